import type { AfterErrorHook, PayloadRequest } from 'payload';
import { viewerOf } from '#collections/viewer-of.ts';
import { keepRefusal } from '../audit/keep-refusal.ts';
import { languageOf } from '../words/language-of.ts';
import { failureOf } from './failure-of.ts';
import { type Problem, problemOf, problemResponse } from './problem.ts';

/** Whatever went wrong, as a problem in the person's language. */
export const problemFor = (req: PayloadRequest, error: unknown): Problem => {
  const viewer = viewerOf(req.user);
  const asker = {
    signedIn: viewer !== null && !viewer.disabled,
    mustChangePassword: viewer?.mustChangePassword ?? false,
    mustEnrol: viewer?.mustEnrol,
  };
  const { failure, faults } = failureOf(error, asker);
  return problemOf(failure, languageOf(req), faults);
};

/** Payload's last word on an error: ours. Nothing of a stack, a query or a document is in it. */
export const afterError: AfterErrorHook = async ({ req, error }) => {
  const { status, ...problem } = problemFor(req as PayloadRequest, error);
  await keepRefusal(req as PayloadRequest, problem.code);
  const headers = new Headers(req.responseHeaders);
  headers.set('Content-Type', 'application/problem+json');
  headers.set('Cache-Control', 'no-store');
  req.responseHeaders = headers;
  return { status, response: { ...problem, status } as unknown as Record<string, unknown> };
};

/** The same for endpoints of our own, which answer by themselves. */
export const answering =
  (handle: (req: PayloadRequest) => Promise<Response>) =>
  async (req: PayloadRequest): Promise<Response> => {
    try {
      return await handle(req);
    } catch (error) {
      const problem = problemFor(req, error);
      await keepRefusal(req, problem.code);
      if (problem.status >= 500) req.payload.logger.error({ err: error }, 'an endpoint failed');
      return problemResponse(problem);
    }
  };
