import { createReadStream } from 'node:fs';
import express from 'express';
import { Processor } from 'iiif-processor';
import sharp from 'sharp';
import { answerParent } from './answer-parent.ts';

/** `iiif-processor` as its manual shows it behind Express, told the sizes of the file so that it need not look them up. */
const [, , file = ''] = process.argv;

const pages = (await sharp(file).metadata()).pages ?? 1;
const sizes = await Promise.all(
  Array.from({ length: pages }, async (_, page) => {
    const { width, height } = await sharp(file, { page }).metadata();
    return { width, height };
  }),
);

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.use(async (request, response) => {
  const url = `http://127.0.0.1${request.url}`;
  const stream = async () => createReadStream(file);
  const processor = new Processor(url, stream, { dimensionFunction: async () => sizes });
  const result = await processor.execute();
  if (result.type !== 'content') {
    response.status(500).end();
    return;
  }
  response.setHeader('Content-Type', result.contentType);
  response.end(result.body);
});
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  answerParent(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
});
