import type { KeyObject } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Delivery, startDelivery } from '../../src/delivery/start.ts';
import type { DeliveryValues } from '../../src/delivery/values.ts';
import type { Change } from '../../src/feed/change.ts';
import { newSigningKey, publicHalf } from '../../src/feed/keys.ts';
import { type FeedWriter, openFeedWriter } from '../../src/feed/writer.ts';
import type { RecordType } from '../../src/record/common.ts';
import type { PublicRecord } from '../../src/record/records.ts';

/** The address that the world is said to see; what a test asks goes to the node's own. */
export const publicUrl = 'https://api.city.test';

/** A folder with a feed and its writer, and nodes that follow it. */
export interface DeliveryBench extends AsyncDisposable {
  readonly folder: string;
  readonly key: KeyObject;
  readonly feedDir: string;
  readonly writer: FeedWriter;
  valuesOf(name: string, over?: Partial<DeliveryValues>): DeliveryValues;
  /** Starts a node; it is closed with the bench. */
  start(name: string, over?: Partial<DeliveryValues>): Promise<Node>;
  /** Appends changes. @returns number of the last entry */
  append(changes: readonly Change[], at?: Date): Promise<number>;
}

/** A running node with a way to ask it. */
export interface Node extends Delivery {
  get(path: string, init?: RequestInit): Promise<Response>;
  /** Waits until an entry has been applied and everything that shows it is rendered. */
  reach(sequence: number): Promise<void>;
}

export const put = (record: PublicRecord): Change => ({ op: 'put', record });
export const withdraw = ({ type, id }: { type: RecordType; id: string }): Change => ({ op: 'withdraw', type, id });

/** Asks again until the answer suits; the test's own time limit ends it. */
export const until = async <T>(ask: () => Promise<T>, suits: (value: T) => boolean): Promise<T> => {
  for (;;) {
    const value = await ask();
    if (suits(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

interface StatusBody {
  readonly ready: boolean;
  readonly sequence: number;
  readonly pending: number;
}

/** A delivery that runs, with ways to ask it. */
export const nodeOf = (delivery: Delivery): Node => {
  const get = (path: string, init?: RequestInit) => fetch(delivery.url + path, { redirect: 'manual', ...init });
  const status = async () => (await (await get('/status')).json()) as StatusBody;
  return {
    ...delivery,
    get,
    reach: async (sequence) => {
      await until(status, (now) => now.ready && now.sequence >= sequence && now.pending === 0);
    },
  };
};

/** Makes an empty feed in a folder of its own. */
export const openBench = async (): Promise<DeliveryBench> => {
  const folder = await mkdtemp(join(tmpdir(), 'benthanh-delivery-'));
  const [key, feedDir] = [newSigningKey(), join(folder, 'feed')];
  const writer = await openFeedWriter({ dir: feedDir, key });
  const running: Delivery[] = [];
  const valuesOf = (name: string, over: Partial<DeliveryValues> = {}): DeliveryValues => ({
    ...{ host: '127.0.0.1', port: 0, publicUrl, feedUrl: feedDir, trust: [publicHalf(key)] },
    ...{
      dir: join(folder, name),
      fallback: ['vi', 'en', 'fr', 'zh-Hans'],
      trustProxy: 0,
      tileCache: 50_000_000,
      logLevel: 'silent',
    },
    ...over,
  });
  return {
    ...{ folder, key, feedDir, writer, valuesOf },
    start: async (name, over) => {
      const delivery = await startDelivery(valuesOf(name, over));
      running.push(delivery);
      return nodeOf(delivery);
    },
    append: async (changes, at = new Date()) => (await writer.append(changes, at)).lastSeq,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(running.map((delivery) => delivery.close()));
      await writer[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
