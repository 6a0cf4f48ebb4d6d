import { deriveRenditions } from '#media/pixels/derive.ts';
import type { DeliveryValues } from '../../../src/delivery/values.ts';
import type { ImageEdition, ImageRecord } from '../../../src/record/records.ts';
import { type DeliveryBench, type Node, openBench, put } from '../../support/delivery-node.ts';
import { image } from '../../support/records.ts';
import { forgetEarlierCutters } from './cutters.ts';

/** A node with pictures to cut. */
export interface House extends AsyncDisposable {
  readonly bench: DeliveryBench;
  readonly node: Node;
  /** Releases a picture as the gate does, and waits until the node has it. */
  release(slug: string, master: Uint8Array, options?: ReleaseOptions): Promise<ImageRecord>;
  /** Asks for a part of a picture: `region/size/rotation/quality.format`. */
  ask(record: Pick<ImageRecord, 'id'>, path: string, init?: RequestInit): Promise<Response>;
}

export interface ReleaseOptions {
  readonly id?: string;
  readonly locales?: readonly ('vi' | 'en' | 'fr' | 'zh-Hans')[];
  readonly over?: Partial<ImageEdition> | ((locale: string) => Partial<ImageEdition>);
  /** Left out as in pictures that were released before there were any. */
  readonly accessCopy?: boolean;
}

const rights = 'http://creativecommons.org/licenses/by/4.0/';

/** What the gate makes of a master, put into the feed of a bench. */
const rendered = async ({ writer }: DeliveryBench, master: Uint8Array, accessCopy: boolean) => {
  const made = await deriveRenditions(master, { words: { credit: 'A', creator: 'A', rights }, accessCopy });
  const sources = [];
  for (const { type, width, height, bytes } of made.sources)
    sources.push({ type, width, height, blob: await writer.putBlob(bytes), bytes: bytes.length });
  const { width, height, thumbhash } = made;
  const copy = made.accessCopy && {
    accessCopy: {
      ...{ width: made.accessCopy.width, height: made.accessCopy.height },
      ...{ blob: await writer.putBlob(made.accessCopy.bytes), bytes: made.accessCopy.bytes.length },
    },
  };
  return { width, height, thumbhash, sources, ...copy };
};

export const openHouse = async (over: Partial<DeliveryValues> = {}): Promise<House> => {
  forgetEarlierCutters();
  const bench = await openBench();
  const node = await bench.start('node', over);
  return {
    ...{ bench, node },
    release: async (slug, master, { accessCopy = true, over: words = {}, ...options } = {}) => {
      const files = await rendered(bench, master, accessCopy);
      const wordsOf = typeof words === 'function' ? words : () => words;
      const record = image(slug, [], { ...options, over: (locale) => ({ ...files, ...wordsOf(locale) }) });
      await node.reach(await bench.append([put(record)]));
      return record;
    },
    ask: ({ id }, path, init) => node.get(`/iiif/3/${id}/${path}`, init),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
};
