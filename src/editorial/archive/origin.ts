import { createHash } from 'node:crypto';
import type { BagInfo } from '#media/bagit/bag-info.ts';
import type { MasterStore } from '#media/intake/master-store.ts';
import { jsonBytes } from './bag/format.ts';

/** What is known of a picture from before it came here. It lies with the masters, and is checked like them. */
export interface Origin {
  readonly sha256: string;
  readonly bytes: number;
  /** Puts the document into the store. */
  keep(): Promise<void>;
}

/** The document that a bag leaves of one picture: the same for the same bag, so that a second run finds it. */
export const originOf = (store: MasterStore, bag: BagInfo, facts: Readonly<Record<string, unknown>>): Origin => {
  const content = jsonBytes({ format: 'benthanh-origin', version: 1, bag, ...facts });
  const sha256 = createHash('sha256').update(content).digest('hex');
  return {
    sha256,
    bytes: content.byteLength,
    keep: async () => {
      await store.put(content);
    },
  };
};
