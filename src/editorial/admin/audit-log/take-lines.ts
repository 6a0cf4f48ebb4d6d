import { handOver } from '../words/hand-over.ts';
import { type Answer, readRefusal } from '../words/studio-fetch.ts';

type Refusal = Extract<Answer, { ok: false }>;

/** How far a file is: lines that have come, of how many; null where nobody may know how many there are. */
export interface Progress {
  readonly lines: number;
  readonly of: number | null;
}

const newLine = 10;
/** Pieces that are joined at a time, so that a browser can put them aside: a log may be larger than its memory. */
const joinedAt = 64;

const countIn = (bytes: Uint8Array): number => {
  let lines = 0;
  for (const byte of bytes) if (byte === newLine) lines += 1;
  return lines;
};

const collected = async (answer: Response, onProgress: (progress: Progress) => void): Promise<Blob> => {
  const told = answer.headers.get('X-Lines');
  const of = told === null ? null : Number(told);
  const type = answer.headers.get('Content-Type') ?? '';
  let [whole, pieces, lines]: [Blob, Uint8Array<ArrayBuffer>[], number] = [new Blob([], { type }), [], 0];
  const reader = answer.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    pieces.push(next.value as Uint8Array<ArrayBuffer>);
    lines += countIn(next.value);
    onProgress({ lines: of === null ? lines : Math.min(lines, of), of });
    if (pieces.length < joinedAt) continue;
    whole = new Blob([whole, ...pieces], { type });
    pieces = [];
  }
  return new Blob([whole, ...pieces], { type });
};

/**
 * Takes lines of the log and gives them to the browser to keep.
 * @returns null where that was done, else what the studio says against it; status 0 where the transfer broke off
 */
export const takeLines = async (
  asked: object,
  language: string,
  onProgress: (progress: Progress) => void,
): Promise<Refusal | null> => {
  try {
    const answer = await fetch('/api/audit-log/take', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Accept-Language': language, 'Content-Type': 'application/json' },
      body: JSON.stringify(asked),
    });
    if (!answer.ok) return readRefusal(answer.status, await answer.json().catch(() => null));
    const file = await collected(answer, onProgress);
    handOver(file, answer, 'audit-log');
    return null;
  } catch {
    return readRefusal(0, null);
  }
};
