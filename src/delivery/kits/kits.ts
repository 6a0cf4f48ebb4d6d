import { createReadStream } from 'node:fs';
import { crc32 } from 'node:zlib';
import { localHeader } from '#zip/headers.ts';
import { directoryOf, type Piece } from '#zip/layout.ts';
import { boundedCache } from '../http/bounded-cache.ts';
import type { Part } from '../http/range.ts';
import type { ImageStore } from '../projection/image-store.ts';
import { fileCrcs } from './file-crcs.ts';
import { type KitEntry, type KitPlan, type KitSource, planKit } from './plan-kit.ts';

/** ZIP files of press kits, made while they are sent. */
export interface Kits {
  /** The kit at this moment; null: there is none. */
  plan(id: string): KitPlan | null;
  /**
   * Bytes of a part of a kit. It ends with an error as soon as the kit is not what it was: a half of one and a half of another
   * are never sent as one.
   */
  bytes(id: string, plan: KitPlan, part: Part): AsyncGenerator<Buffer, void>;
  /** Something that is served has changed: what was planned may hold no more. */
  changed(): void;
}

/** Bytes of plans that are kept: texts of kits, no pictures. */
const capacity = 32_000_000;

const weightOf = ({ entries }: KitPlan): number =>
  entries.reduce((sum, { content }) => sum + 300 + (Buffer.isBuffer(content) ? content.length : 0), 1000);

/** A file that is shorter than it should be must not leave the reader waiting for the rest. */
async function* fileBytes(path: string, from: number, to: number): AsyncGenerator<Buffer, void> {
  let left = to - from + 1;
  for await (const chunk of createReadStream(path, { start: from, end: to })) {
    left -= (chunk as Buffer).length;
    yield chunk as Buffer;
  }
  if (left > 0) throw new Error('a file of the press kit is cut short');
}

/** Opens the kits of a node. */
export const openKits = (source: KitSource, images: Pick<ImageStore, 'pathOf'>): Kits => {
  const crcs = fileCrcs(images);
  const plans = boundedCache<{ readonly plan: KitPlan | null }>(capacity);
  let version = 0;

  const plan = (id: string): KitPlan | null => {
    const held = plans.get(id);
    if (held) return held.plan;
    const made = planKit(source, id, new Date().toISOString());
    if (made) plans.set(id, { plan: made }, weightOf(made));
    return made;
  };

  const crcOf = async ({ content }: KitEntry): Promise<number> =>
    Buffer.isBuffer(content) ? crc32(content) : crcs(content.sha);

  const directory = async ({ entries, layout }: KitPlan): Promise<Buffer> => {
    const all: number[] = [];
    for (const entry of entries) all.push(await crcOf(entry));
    return directoryOf(entries, all, layout);
  };

  /** @param from first byte within the piece, `to` the last */
  async function* pieceBytes(
    of: KitPlan,
    { kind, entry: index }: Piece,
    from: number,
    to: number,
  ): AsyncGenerator<Buffer, void> {
    const entry = of.entries[index];
    if (kind === 'end') yield (await directory(of)).subarray(from, to + 1);
    else if (!entry) return;
    else if (kind === 'header') yield localHeader(entry, await crcOf(entry)).subarray(from, to + 1);
    else if (Buffer.isBuffer(entry.content)) yield entry.content.subarray(from, to + 1);
    else yield* fileBytes(images.pathOf(entry.content.sha), from, to);
  }

  async function* bytes(id: string, of: KitPlan, { first, last }: Part): AsyncGenerator<Buffer, void> {
    let seen = -1;
    for (const piece of of.layout.pieces) {
      const [from, to] = [Math.max(first - piece.offset, 0), Math.min(last - piece.offset, piece.length - 1)];
      if (from > to) continue;
      if (seen !== version && plan(id)?.etag !== of.etag) throw new Error('the press kit has changed');
      seen = version;
      yield* pieceBytes(of, piece, from, to);
    }
  }

  return {
    plan,
    bytes,
    changed: () => {
      version += 1;
      plans.clear();
    },
  };
};
