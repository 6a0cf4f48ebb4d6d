import express from 'express';
import { answerParent } from './answer-parent.ts';

/** Files as Express hands them out by itself. */
const app = express();
app.disable('x-powered-by');
app.use(express.static(process.argv[2] ?? ''));
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  answerParent(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
});
