import type { SealedLevel } from './identity.ts';

/** A data key as it lies beside what it seals. */
export interface WrappedKey {
  /** Which key of the level wraps it; 1 is the first. */
  readonly generation: number;
  /** 12 bytes, drawn at random for each wrapping. */
  readonly nonce: Uint8Array;
  /** 32 bytes of the data key, encrypted, and 16 of the tag. */
  readonly wrapped: Uint8Array;
}

/** The keys of the levels. They never leave whoever holds them: data keys come and go, wrapped and unwrapped. */
export interface LevelKeys {
  /** The generation that wraps what is new. @throws Failure `seal-key-missing` where a level has no key */
  current(level: SealedLevel): Promise<number>;
  /** Wraps under the current generation. */
  wrap(level: SealedLevel, dataKey: Uint8Array, parts: readonly string[]): Promise<WrappedKey>;
  /**
   * @param parts of the identity for which it was wrapped
   * @throws Failure `seal-key-missing`, `seal-key-destroyed`; `sealed-foreign` where it belongs to something else or was changed
   */
  unwrap(level: SealedLevel, key: WrappedKey, parts: readonly string[]): Promise<Buffer>;
}
