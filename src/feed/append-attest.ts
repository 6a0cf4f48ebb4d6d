import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Attested, openAttest } from './attest.ts';
import { blaming } from './blame.ts';
import { writeDurably } from './durable.ts';
import { attestPath } from './paths.ts';
import { sealPayload } from './payload.ts';
import { type Attest, feedVersion } from './schemas.ts';
import type { WriterState } from './writer-state.ts';

/** What the audit log is at a moment. */
export type AuditHead = Pick<Attest, 'size' | 'root' | 'proof'>;

const numbersIn = async (root: string): Promise<number[]> => {
  const names = await readdir(join(root, 'audit')).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw cause;
  });
  return names.flatMap((name) => (/^\d{6,10}\.json$/.test(name) ? [Number.parseInt(name, 10)] : []));
};

/**
 * The last checkpoint of the audit log in the folder; null where there is none.
 *
 * @throws Failure `feed-signature-bad`, `feed-malformed`, … when it is damaged: nothing may follow that
 */
export const lastAttest = async ({
  root,
  source,
  trust,
}: Pick<WriterState, 'root' | 'source' | 'trust'>): Promise<Attested | null> => {
  const number = Math.max(0, ...(await numbersIn(root)));
  if (number === 0) return null;
  const file = attestPath(number);
  const bytes = await source.read(file);
  return bytes === null ? null : blaming({ file }, () => openAttest(bytes, trust, number));
};

/** Signs a checkpoint of the audit log and puts it behind the last one; gives its number. */
export const appendAttest = async (state: WriterState, head: AuditHead, issuedAt: string): Promise<number> => {
  const last = await lastAttest(state);
  const number = (last?.number ?? 0) + 1;
  const { feed } = state.checkpoint;
  const value = { version: feedVersion, feed, number, previous: last?.hash ?? null, ...head, issuedAt } as const;
  await writeDurably(state.root, attestPath(number), sealPayload('audit', value, state.key).file, state.onStep);
  return number;
};
