import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '#errors/failure.ts';

/** How long a machine may take, and how often it may ask to be asked again. Milliseconds, bytes. */
export interface Patience {
  readonly oneAsk: number;
  readonly longestWait: number;
  readonly tries: number;
  readonly most: number;
}

export const usualPatience: Patience = { oneAsk: 60_000, longestWait: 20_000, tries: 3, most: 4 * 2 ** 20 };

export interface Question {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON by POST; nothing is sent, by GET, where there is none. */
  readonly json?: unknown;
}

/** Reads an answer up to a size: a machine that never ends is left. */
const readUpTo = async (response: Response, most: number): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw new Failure('machine-useless');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Failure('machine-useless', {}, { cause });
  }
};

/** Milliseconds after which a busy machine wants to be asked again (RFC 9110, 10.2.3), never more than we would wait. */
const pauseOf = (response: Response, { longestWait }: Patience): number => {
  const said = response.headers.get('retry-after') ?? '';
  const seconds = /^\d{1,6}$/.test(said) ? Number(said) : (Date.parse(said) - Date.now()) / 1000;
  return Math.min(Math.max(Number.isFinite(seconds) ? seconds * 1000 : 1000, 0), longestWait);
};

const isBusy = ({ status }: Response): boolean => status === 429 || status === 503;

const send = async ({ url, headers, json }: Question, patience: Patience, signal: AbortSignal): Promise<Response> => {
  const within = AbortSignal.any([signal, AbortSignal.timeout(patience.oneAsk)]);
  return fetch(url, {
    method: json === undefined ? 'GET' : 'POST',
    headers: {
      accept: 'application/json',
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
    // What is sent to one machine is not sent to another that it names
    redirect: 'error',
    signal: within,
  });
};

const answerOf = async (question: Question, patience: Patience, signal: AbortSignal): Promise<unknown> => {
  for (let left = patience.tries - 1; ; left -= 1) {
    const response = await send(question, patience, signal);
    if (response.ok) return parse(await readUpTo(response, patience.most));
    await response.body?.cancel();
    if (!isBusy(response) || left <= 0) throw new Failure('machine-refused', { status: response.status });
    await wait(pauseOf(response, patience), undefined, { signal });
  }
};

/**
 * Asks a machine over HTTP and reads its JSON, with bounds on time, size, tries and pauses. Redirections are not followed.
 *
 * @throws Failure `machine-unreachable` (no connection, or no answer in time), `machine-refused` with `{ status }`,
 *   `machine-useless` (no JSON, or too much of it); the reason of `signal` when it is aborted
 */
export const askMachine = async (
  question: Question,
  signal: AbortSignal,
  patience: Patience = usualPatience,
): Promise<unknown> => {
  try {
    return await answerOf(question, patience, signal);
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (cause instanceof Failure) throw cause;
    throw new Failure('machine-unreachable', {}, { cause });
  }
};
