import fc from 'fast-check';

const acts = ['cut', 'double', 'repeat', 'word', 'words', 'flip', 'number', 'swap', 'end', 'splice', 'noise'] as const;

/** One change of some bytes; numbers are taken modulo whatever there is. */
interface Change {
  readonly act: (typeof acts)[number];
  readonly at: number;
  readonly length: number;
  readonly pick: number;
  readonly times: number;
  readonly noise: Uint8Array;
}

const change: fc.Arbitrary<Change> = fc.record({
  act: fc.constantFrom(...acts),
  at: fc.nat(),
  length: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 400 })),
  pick: fc.nat(),
  times: fc.oneof({ weight: 20, arbitrary: fc.constantFrom(2, 3, 10, 100) }, fc.constantFrom(1000, 20_000)),
  noise: fc.uint8Array({ minLength: 1, maxLength: 12 }),
});

/** What an input is made of: a sample that is changed, words one after another, or nothing but noise. */
export type Recipe =
  | { readonly kind: 'changed'; readonly of: number; readonly changes: readonly Change[] }
  | { readonly kind: 'words'; readonly picks: readonly number[] }
  | { readonly kind: 'noise'; readonly bytes: Uint8Array };

export const anyRecipe: fc.Arbitrary<Recipe> = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constant('changed' as const),
      of: fc.nat(),
      changes: fc.array(change, { minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('words' as const), picks: fc.array(fc.nat(), { maxLength: 30 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('noise' as const), bytes: fc.uint8Array({ maxLength: 300 }) }),
  },
);

/** What changes draw from. */
export interface Stock {
  readonly corpus: readonly Uint8Array[];
  readonly words: readonly (string | Uint8Array)[];
}

/** No input is longer than this, in bytes. */
export const longestInput = 64 * 1024;

const pickOf = <T>(all: readonly T[], pick: number): T | undefined => all[pick % Math.max(1, all.length)];

const bytesOfWord = (word: string | Uint8Array = ''): Buffer =>
  typeof word === 'string' ? Buffer.from(word, 'utf8') : Buffer.from(word);

/** Numbers at which a reader may turn: nothing, ends of sizes, signs. */
const turning = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff] as const;

const withNumber = (bytes: Buffer, at: number, { pick, length }: Change): Buffer => {
  const size = ([1, 2, 4] as const)[length % 3] ?? 1;
  const value = (turning[pick % turning.length] ?? 0) % 2 ** (size * 8);
  const changed = Buffer.from(bytes);
  if (at + size > changed.length) return changed;
  if (pick % 2 === 0) changed.writeUIntBE(value, at, size);
  else changed.writeUIntLE(value, at, size);
  return changed;
};

const withFlips = (bytes: Buffer, at: number, { pick, length }: Change): Buffer => {
  const changed = Buffer.from(bytes);
  for (let index = at; index < Math.min(changed.length, at + 1 + (length % 3)); index += 1)
    changed[index] = (changed[index] ?? 0) ^ (1 << ((pick + index) % 8));
  return changed;
};

const put = (bytes: Buffer, at: number, piece: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);

const repeated = (piece: Uint8Array, times: number): Buffer =>
  Buffer.concat(
    Array.from({ length: Math.min(times, Math.floor(longestInput / Math.max(1, piece.length))) }, () => piece),
  );

const changed = (bytes: Buffer, change: Change, { corpus, words }: Stock): Buffer => {
  const { act, length, pick, times, noise } = change;
  const at = change.at % (bytes.length + 1);
  const [piece, after] = [bytes.subarray(at, at + length), bytes.subarray(at + length)];
  const word = bytesOfWord(pickOf(words, pick));
  const other = Buffer.from(pickOf(corpus, pick) ?? []);
  const done: Record<Change['act'], () => Buffer> = {
    cut: () => Buffer.concat([bytes.subarray(0, at), after]),
    double: () => put(bytes, at, piece),
    repeat: () => put(bytes, at, repeated(piece, times)),
    word: () => put(bytes, at, word),
    words: () => put(bytes, at, repeated(word, times)),
    flip: () => withFlips(bytes, at, change),
    number: () => withNumber(bytes, at, change),
    swap: () => Buffer.concat([bytes.subarray(0, at), after.subarray(0, length), piece, after.subarray(length)]),
    end: () => Buffer.from(bytes.subarray(0, at)),
    splice: () => Buffer.concat([bytes.subarray(0, at), other.subarray(pick % (other.length + 1))]),
    noise: () => Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at + noise.length)]),
  };
  return done[act]().subarray(0, longestInput);
};

/** The bytes that a recipe makes of a stock. */
export const cook = (recipe: Recipe, stock: Stock): Uint8Array => {
  if (recipe.kind === 'noise') return recipe.bytes;
  if (recipe.kind === 'words') return Buffer.concat(recipe.picks.map((pick) => bytesOfWord(pickOf(stock.words, pick))));
  const from = Buffer.from(pickOf(stock.corpus, recipe.of) ?? []);
  return recipe.changes.reduce<Buffer>((bytes, one) => changed(bytes, one, stock), from);
};
