import type { Clearance } from '#access/level.ts';

/** What a seal belongs to. All of it is bound in: bytes that are moved to another place cannot be opened there. */
export interface Identity {
  readonly collection: string;
  readonly id: string;
  readonly field: string;
  readonly version: string;
  readonly level: SealedLevel;
}

/** Levels with keys, in the order of their numbers in sealed files; `unreviewed` is handled like `restricted`. */
export const sealedLevels = ['restricted', 'mat', 'toi_mat', 'tuyet_mat'] as const satisfies readonly Clearance[];
export type SealedLevel = (typeof sealedLevels)[number];

export const isSealedLevel = (value: unknown): value is SealedLevel => sealedLevels.includes(value as SealedLevel);

/**
 * The bytes that are bound in for one purpose: each part with its length in front, so that no two identities have the
 * same bytes.
 * @param purpose what is sealed: `key` for a data key, `data` for content, `level-key` for the key of a level
 */
export function boundBytes(purpose: 'key' | 'data' | 'level-key', parts: readonly string[]): Buffer {
  const texts = ['benthanh-seal-1', purpose, ...parts].map((text) => Buffer.from(text, 'utf8'));
  return Buffer.concat(texts.flatMap((bytes) => [lengthOf(bytes), bytes]));
}

/** The parts of an identity in the order in which they are bound. */
export const partsOf = ({ collection, id, field, version, level }: Identity): string[] => [
  collection,
  id,
  field,
  version,
  level,
];

const lengthOf = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return length;
};
