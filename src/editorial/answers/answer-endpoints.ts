import type { Endpoint, PayloadRequest } from 'payload';
import { answering } from '../endpoints/after-error.ts';
import { noteLeaving, takingDoor, whoTakes } from '../endpoints/who-takes.ts';
import { csvOf } from '../words/csv.ts';
import { speak } from '../words/speak.ts';
import { type AnswerTable, type Asking, officerAsking } from './asker.ts';
import { changedIn } from './changed-in.ts';
import { couldSee } from './could-see.ts';
import { hasSeen } from './has-seen.ts';
import { maySee } from './may-see.ts';

type Question = (asking: Asking, about: (name: string) => string) => Promise<AnswerTable>;

const privately = { 'Cache-Control': 'private, no-store' };

const aboutIn =
  ({ routeParams }: PayloadRequest) =>
  (name: string): string =>
    String(routeParams?.[name] ?? '');

const worded = async (req: PayloadRequest, question: Question, leaves = false) => {
  const asking = officerAsking(req, leaves);
  const { heading, columns, rows } = await question(asking, aboutIn(req));
  const say = (column: string) => speak(asking.locale, 'studio', `answers.column.${column}`);
  return { heading, columns: columns.map(say), rows };
};

const csvFor = async (req: PayloadRequest, question: Question): Promise<Response> => {
  officerAsking(req, true);
  whoTakes(req);
  const { columns, rows } = await worded(req, question, true);
  const headers = {
    ...privately,
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="answer.csv"',
  };
  await noteLeaving(req, { table: 'answers' });
  return new Response(csvOf([columns, ...rows]), { headers });
};

const both = (path: string, question: Question): Endpoint[] => [
  {
    path: `/answers/${path}`,
    method: 'get',
    handler: answering(async (req) => Response.json(await worded(req, question), { headers: privately })),
  },
  { path: `/answers/csv/${path}`, method: 'get', handler: takingDoor((req) => csvFor(req, question)) },
];

/**
 * `GET /api/answers/could-see/:of/:id`, `…/has-seen/:of/:id`, `…/may-see/:id`, `…/changed/:month`: what a security officer asks, as a
 * table in their language; `/api/answers/csv/…`: the same for table programs.
 */
export const answerEndpoints: readonly Endpoint[] = [
  ...both('could-see/:of/:id', (asking, about) => couldSee(asking, about('of'), about('id'))),
  ...both('has-seen/:of/:id', (asking, about) => hasSeen(asking, about('of'), about('id'))),
  ...both('may-see/:id', (asking, about) => maySee(asking, about('id'))),
  ...both('changed/:month', (asking, about) => changedIn(asking, about('month'))),
];
