import type { Response } from 'express';
import type { Context } from '../context.ts';
import { cacheFor, openHeaders } from './headers.ts';

/** Sends what is true only at this moment: no cache keeps it. */
export const sendNow = (context: Context, response: Response, contentType: string, text: string): void => {
  const bytes = Buffer.from(text);
  response.writeHead(200, [
    ...['Content-Type', contentType, 'Content-Length', String(bytes.length)],
    ...['Cache-Control', cacheFor.never, 'X-Content-Sequence', String(context.projection.sequence()), ...openHeaders],
  ]);
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
  context.count(200);
};
