import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TakeOptions, takeMedium } from '#feed/medium/take-medium.ts';
import { type MediumOptions, writeMedium } from '#feed/medium/write-medium.ts';
import { openSource } from '#feed/source.ts';
import { at, key, trust } from './feed-folder.ts';

/** Folders of both sides and of what is carried between them; they remove themselves. */
export const twoSides = async () => {
  const path = await mkdtemp(join(tmpdir(), 'benthanh-carried-'));
  const [inner, outer] = [join(path, 'inner'), join(path, 'outer')];
  return {
    inner,
    outer,
    place: (name: string) => join(path, name),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
};

export const nothingKnown = { seq: 0, snapshot: null, attest: 0 };

export const exported = (inner: string, to: string, seq = 0, more: Partial<MediumOptions> = {}) =>
  writeMedium({
    source: openSource(inner),
    ...{ trust, key, to, now: () => at, since: { ...nothingKnown, seq } },
    ...more,
  });

export const imported = (from: string, into: string, more: Partial<TakeOptions> = {}) =>
  takeMedium({ from, into, trust, ...more });
