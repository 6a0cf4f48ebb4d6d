/** Somebody’s act that waits for their proof. */
export interface Waiting {
  goOn(isProven: boolean): void;
}

let waiting: (Waiting & { readonly proof: Promise<boolean> }) | null = null;
let tell: ((waiting: Waiting | null) => void) | null = null;

export const askedFor = (): Waiting | null => waiting;

/** @returns how to stop listening */
export const whenAsked = (listener: (waiting: Waiting | null) => void): (() => void) => {
  tell = listener;
  listener(waiting);
  return () => {
    tell = null;
  };
};

/** Several acts at once are asked for one proof. */
const proofAsked = (): Promise<boolean> => {
  if (waiting) return waiting.proof;
  let decide: (isProven: boolean) => void = () => undefined;
  const proof = new Promise<boolean>((resolve) => {
    decide = resolve;
  });
  const goOn = (isProven: boolean) => {
    waiting = null;
    tell?.(null);
    decide(isProven);
  };
  waiting = { proof, goOn };
  tell?.(waiting);
  return proof;
};

const wantsProof = async (response: Response): Promise<boolean> => {
  if (response.status !== 403 || !/json/.test(response.headers.get('Content-Type') ?? '')) return false;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return typeof body === 'object' && body !== null && 'code' in body && body.code === 'step-up-required';
};

type Fetch = typeof globalThis.fetch;

/** Whether the same can be asked twice: a stream is read once. */
const isRepeatable = (...[input, init]: Parameters<Fetch>): boolean =>
  !(input instanceof Request) && !(init?.body instanceof ReadableStream);

/** The same fetch, which asks for a proof and then once more where the answer wants one first. */
export const provingFetch =
  (ask: Fetch, prove: () => Promise<boolean> = proofAsked): Fetch =>
  async (...question) => {
    const response = await ask(...question);
    if (!isRepeatable(...question) || !(await wantsProof(response)) || !(await prove())) return response;
    return ask(...question);
  };
