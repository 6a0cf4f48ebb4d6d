import { z } from 'zod';
import { type Content, isRun, type Piece, singleKinds, spanKinds } from '#translation/content.ts';

/** Most pieces of one segment, and longest run, in UTF-16 units: far beyond any paragraph that people write. */
const mostPieces = 2000;
const longestRun = 20_000;

const id = z.string().min(1).max(20);
const run = z.strictObject({ text: z.string().max(longestRun) });
const open = z.strictObject({
  code: z.literal('open'),
  id,
  kind: z.enum(spanKinds),
  address: z.string().max(4000).optional(),
});
const close = z.strictObject({ code: z.literal('close'), id });
const single = z.strictObject({ code: z.literal('single'), id, kind: z.enum(singleKinds) });

/** Whether every code that opens is closed in its turn, and none is used twice. */
const isNested = (pieces: readonly Piece[]): boolean => {
  const used = new Set<string>();
  const around: string[] = [];
  for (const piece of pieces) {
    if (isRun(piece)) continue;
    if (piece.code === 'close') {
      if (around.pop() !== piece.id) return false;
      continue;
    }
    if (used.has(piece.id)) return false;
    used.add(piece.id);
    if (piece.code === 'open') around.push(piece.id);
  }
  return around.length === 0;
};

const pieces = z.array(z.union([run, open, close, single])).max(mostPieces);

/** Without the `undefined` that zod gives to what is absent. */
const bare = (piece: z.infer<typeof pieces>[number]): Piece => {
  if (!('code' in piece) || piece.code !== 'open') return piece;
  const { address, ...rest } = piece;
  return address === undefined ? rest : { ...rest, address };
};

/** What a segment says, as it comes from outside or from the database: codes nested, each of them once. */
export const contentSchema = pieces
  .transform((list): Content => list.map(bare))
  .refine(isNested, { message: 'codes are crossed, doubled or left open' });
