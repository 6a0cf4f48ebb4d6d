import { createLocalReq, executeAuthStrategies, type PayloadRequest } from 'payload';
import { keepRefusal } from '../audit/keep-refusal.ts';
import { problemFor } from '../endpoints/after-error.ts';
import { signedIn } from '../endpoints/signed-in.ts';
import { streamed } from '../endpoints/streamed.ts';
import type { DecideOne } from './decide-picture.ts';

/** What became of one picture of an act: done whole, or refused and as it was. */
export interface Decided {
  readonly marking: string;
  readonly code: string | null;
  /** The refusal in the person's language. */
  readonly detail: string | null;
}

/**
 * A request of its own for each picture: what one leaves behind, another one does not find. Whose it is is read anew for each: an
 * act about many takes its time, and whoever is signed out or less cleared meanwhile decides about no more of them.
 */
const requestOf = async (req: PayloadRequest, act: string, marking: string): Promise<PayloadRequest> => {
  const { headers, payload } = req;
  const { user } = await executeAuthStrategies({ headers, payload, canSetHeaders: false });
  const own = await createLocalReq(user ? { user } : {}, payload);
  return Object.assign(own, {
    headers,
    method: 'POST',
    pathname: `/api/markings/${marking}/${act}`,
    routeParams: { collection: 'markings', id: marking },
  });
};

async function* decideEach<T extends { readonly marking: string }>(
  req: PayloadRequest,
  { act, items, one }: Act<T>,
): AsyncGenerator<string, void> {
  for (const item of items) {
    const { marking } = item;
    const own = await requestOf(req, act, marking);
    let decided: Decided = { marking, code: null, detail: null };
    try {
      await one(own, signedIn(own), item);
    } catch (error) {
      const { code, detail, status } = problemFor(own, error);
      await keepRefusal(own, code);
      if (status >= 500) req.payload.logger.error({ err: error }, 'a picture of the review queue was not decided');
      decided = { marking, code, detail };
    }
    yield `${JSON.stringify(decided)}\n`;
  }
}

export interface Act<T> {
  /** Last word of the address under which one such decision is taken. */
  readonly act: string;
  readonly items: readonly T[];
  readonly one: DecideOne<T>;
}

/**
 * Decides about pictures one after the other, each in a transaction of its own, and tells of each as soon as it is done: one
 * line of JSON for each (`Decided`). Whoever goes away stops it behind the picture in hand.
 */
export const eachInTurn = <T extends { readonly marking: string }>(req: PayloadRequest, act: Act<T>): Response =>
  new Response(streamed(req, decideEach(req, act), 'the answer to a decision about many pictures'), {
    headers: { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'private, no-store' },
  });
