import { Failure } from '#errors/failure.ts';
import { answers } from './standard.ts';

/** An answer of the module that is not “done”. */
export class Refused extends Error {
  readonly call: string;
  readonly answer: number;
  constructor(call: string, answer: number) {
    super(`C_${call}: 0x${answer.toString(16)}`);
    this.call = call;
    this.answer = answer;
  }
}

/** What a module says where the session is no more, or the token was away: another session may do it. */
const lost = new Set<number>([
  ...[answers.sessionHandleInvalid, answers.sessionClosed, answers.userNotLoggedIn, answers.operationActive],
  ...[answers.deviceRemoved, answers.deviceError, answers.tokenNotPresent],
]);

/** How long one piece of work may take: a token on the network that falls silent never answers. */
const patience = 60_000;

export interface SessionWays<S> {
  /** Label of the token. */
  readonly token: string;
  logIn(): Promise<S>;
  close(session: S): Promise<unknown>;
}

/** @returns Failure `pkcs11-refused` with the call and the answer of the module */
export const told = (cause: unknown): unknown => {
  if (!(cause instanceof Refused)) return cause;
  return new Failure(
    'pkcs11-refused',
    { call: `C_${cause.call}`, answer: `0x${cause.answer.toString(16)}` },
    { cause },
  );
};

/**
 * Work of one session, one piece after the other. Where the module refused something the session is closed, since what was begun
 * in it would stand in the way of all that follows; work of one that was lost is done anew, once. As long as a call does not come
 * back nobody waits behind it.
 *
 * @throws Failure `pkcs11-refused`, `pkcs11-silent`, what `logIn` throws
 */
export function sessionOf<S>({ token, logIn, close }: SessionWays<S>, limit = patience) {
  let session: S | null = null;
  let last: Promise<void> = Promise.resolve();
  let isSilent = false;
  const waiting = new Set<(cause: unknown) => void>();
  const silent = () => new Failure('pkcs11-silent', { token });
  const fallSilent = () => {
    isSilent = true;
    for (const reject of waiting) reject(silent());
    waiting.clear();
  };
  const once = async <T>(work: (session: S) => Promise<T>): Promise<T> => {
    session ??= await logIn();
    try {
      return await work(session);
    } catch (cause) {
      if (cause instanceof Refused) {
        const left = session;
        session = null;
        await close(left).catch(() => undefined);
      }
      throw cause;
    }
  };
  const steadily = async <T>(work: (session: S) => Promise<T>): Promise<T> => {
    try {
      return await once(work);
    } catch (cause) {
      if (!(cause instanceof Refused) || !lost.has(cause.answer)) throw cause;
      return once(work);
    }
  };
  const inTurn = async (work: () => Promise<void>): Promise<void> => {
    const alarm = setTimeout(fallSilent, limit);
    await work();
    clearTimeout(alarm);
    isSilent = false;
  };
  return <T>(work: (session: S) => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      if (isSilent) return reject(silent());
      waiting.add(reject);
      last = last.then(async () => {
        // Whoever asked has been told already that nothing came of it
        if (!waiting.has(reject)) return;
        await inTurn(() => steadily(work).then(resolve, (cause) => reject(told(cause))));
        waiting.delete(reject);
      });
    });
}
