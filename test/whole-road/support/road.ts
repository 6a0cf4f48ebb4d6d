import sharp from 'sharp';
import { expect } from 'vitest';
import { newSigningKey, publicHalf } from '#feed/keys.ts';
import { openFeedReader } from '#feed/reader.ts';
import { openSource } from '#feed/source.ts';
import { startDelivery } from '../../../src/delivery/start.ts';
import type { DeliveryValues } from '../../../src/delivery/values.ts';
import { type Gatehouse, openGatehouse } from '../../gate/support/gatehouse.ts';
import { change } from '../../support/change.ts';
import { type Node, nodeOf } from '../../support/delivery-node.ts';
import { pictureForm } from '../../support/pictures.ts';
import { type Database, type Studio, startStudio } from '../../support/studio.ts';
import type { Person } from '../../support/studio-people.ts';

export const publicUrl = 'https://api.city.test';
export const roles = ['editor', 'publisher', 'curator'] as const;

/** What a path of delivery answers. */
export interface Read {
  readonly status: number;
  readonly location: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

/** A document as the studio has made it. */
export interface Made {
  readonly id: string;
  readonly marking: string;
  readonly slug: string;
}

/** The whole road: a studio with people, a gate, a feed and a delivery node that follows it. */
export interface Road extends AsyncDisposable {
  readonly studio: Studio;
  readonly house: Gatehouse;
  readonly node: Node;
  readonly people: Readonly<Record<(typeof roles)[number] | 'officer', Person>>;
  values(name: string, over?: Partial<DeliveryValues>): DeliveryValues;
  /** Number of the newest entry of the feed. */
  feedEnd(): Promise<number>;
  /** Lets the gate hear of everything, and delivery of all that the gate then says. */
  arrived(): Promise<void>;
  /** Ends gate and studio; delivery goes on by itself. */
  stopStudio(): Promise<void>;
  read(path: string, at?: Node): Promise<Read>;
  /** @param secret stands in every place that a file has for a camera's words; no two pictures alike */
  upload(who: Person, secret: string, words: object): Promise<Made>;
  create(who: Person, collection: 'articles' | 'events', data: object): Promise<Made>;
  patch(who: Person, path: string, data: object): Promise<Made>;
  publish(who: Person, collection: 'articles' | 'events', id: string, locale: string): Promise<void>;
}

/** A photograph with a position, a camera and a secret in every place that a file has for them. */
const photograph = (secret: string): Promise<Buffer> =>
  sharp({ create: { width: 1400, height: 900, channels: 3, background: { r: 200, g: 4 * secret.length, b: 40 } } })
    .jpeg()
    .withExif({
      IFD0: { Make: secret, Model: secret, Software: secret },
      IFD2: { BodySerialNumber: secret, UserComment: secret },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 46/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '106/1 41/1 0/1' },
    })
    .toBuffer();

const speaking = ({ status, body }: { status: number; body: unknown }, expected: number): void =>
  expect(status, JSON.stringify(body)).toBe(expected);

const hands: Pick<Road, 'upload' | 'create' | 'patch' | 'publish'> = {
  upload: async (who, secret, words) => {
    const form = pictureForm(new Uint8Array(await photograph(secret)), words, `${secret}.jpg`);
    const sent = await who.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: form });
    speaking(sent, 201);
    return sent.body.doc;
  },
  create: async (who, collection, data) => {
    const made = await who.post(`/api/${collection}?locale=vi&depth=0`, data);
    speaking(made, 201);
    return made.body.doc;
  },
  patch: async (who, path, data) => {
    const saved = await change(who, path, data);
    speaking(saved, 200);
    return saved.body.doc;
  },
  publish: async (who, collection, id, locale) =>
    speaking(await who.post(`/api/${collection}/${id}/publish`, { locale }), 200),
};

export const openRoad = async (database: Database): Promise<Road> => {
  const studio = await startStudio({ database });
  const key = newSigningKey();
  const house = await openGatehouse(studio, key);
  const gate = await house.open();
  const feed = openFeedReader({ source: openSource(house.feedDir), trust: [publicHalf(key)] });
  const values: Road['values'] = (name, over = {}) => ({
    ...{ host: '127.0.0.1', port: 0, publicUrl, feedUrl: house.feedDir, trust: [publicHalf(key)] },
    ...{
      dir: `${studio.folder}/${name}`,
      fallback: ['vi', 'en', 'fr', 'zh-Hans'],
      trustProxy: 0,
      tileCache: 50_000_000,
      logLevel: 'silent',
    },
    ...over,
  });
  const node = nodeOf(await startDelivery(values('node', { sharePort: 0, feedToken: 'a token of some length' })));
  const [editor, publisher, curator] = await Promise.all(roles.map((role) => studio.person(role)));
  if (!editor || !publisher || !curator) throw new Error('somebody is missing');
  const officer = await studio.person(['security-officer', 'editor', 'curator'], { clearance: 'restricted' });
  let studioRuns = true;
  const stopStudio = async () => {
    if (!studioRuns) return;
    studioRuns = false;
    await gate[Symbol.asyncDispose]();
    await studio.close();
  };
  const feedEnd = async () => (await feed.checkpoint()).seq;
  return {
    ...{ studio, house, node, values, feedEnd, stopStudio, ...hands },
    people: { editor, publisher, curator, officer },
    arrived: async () => {
      await gate.settle();
      await node.reach(await feedEnd());
    },
    read: async (path, at = node) => {
      const answer = await at.get(path);
      const body = await answer.json().catch(() => null);
      return { status: answer.status, location: answer.headers.get('location'), body };
    },
    [Symbol.asyncDispose]: async () => {
      await node.close();
      await stopStudio();
    },
  };
};
