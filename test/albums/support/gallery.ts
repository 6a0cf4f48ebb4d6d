import { join } from 'node:path';
import type { OpenGate } from '#editorial/gate/open-gate.ts';
import { newSigningKey, publicHalf } from '#feed/keys.ts';
import type { AlbumRecord } from '#record/records.ts';
import { startDelivery } from '../../../src/delivery/start.ts';
import { type Gatehouse, openGatehouse } from '../../gate/support/gatehouse.ts';
import { type Newsroom, openNewsroom } from '../../gate/support/newsroom.ts';
import { type Node, nodeOf, publicUrl } from '../../support/delivery-node.ts';
import type { Studio } from '../../support/studio.ts';
import type { Person } from '../../support/studio-people.ts';

/** A studio with curators, a gate that listens to hints alone, and a node that follows its feed. */
export interface Gallery extends AsyncDisposable {
  readonly room: Newsroom;
  readonly house: Gatehouse;
  readonly node: Node;
  readonly curator: Person;
  readonly second: Person;
  /** A picture that is public, or marked otherwise. */
  picture(title: string, level?: string): Promise<string>;
  /** An album of the curator's, not released. */
  album(title: string, fields?: object): Promise<string>;
  release(album: string): Promise<void>;
  put(album: string, ...images: string[]): Promise<void>;
  /** Everything that was hinted at is public, or is not any more. */
  settle(): Promise<void>;
  /** What the feed says of an album, by slug. */
  record(slug: string): Promise<AlbumRecord | null>;
  /** Data of an answer of the public API. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  data(path: string): Promise<any>;
  /** Titles of the pictures of an album in its order, page by page. */
  order(album: string, limit?: number): Promise<string[]>;
}

const ok = ({ status, body }: { status: number; body: unknown }, expected = 200): void => {
  if (status !== expected) throw new Error(`${status}: ${JSON.stringify(body)}`);
};

export const openGallery = async (studio: Studio): Promise<Gallery> => {
  const key = newSigningKey();
  const [room, house] = [await openNewsroom(studio), await openGatehouse(studio, key)];
  const gate: OpenGate = await house.open();
  const delivery = await startDelivery({
    ...{ host: '127.0.0.1', port: 0, publicUrl, feedUrl: house.feedDir, trust: [publicHalf(key)] },
    ...{ dir: join(studio.folder, 'node'), fallback: ['vi', 'en', 'fr', 'zh-Hans'], trustProxy: 0 },
    ...{ tileCache: 50_000_000, logLevel: 'silent' },
  });
  const node = nodeOf(delivery);
  const [curator, second] = [await studio.person('curator'), await studio.person('curator')];
  const data: Gallery['data'] = async (path) => {
    const response = await node.get(path);
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
    return response.json();
  };
  return {
    ...{ room, house, node, curator, second, data },
    picture: async (title, level = 'public') => {
      const id = await room.image(title, { level });
      await room.hint('images', id);
      return id;
    },
    album: async (title, fields = {}) => {
      const made = await curator.post('/api/albums?locale=vi&depth=0', { title, ...fields });
      ok(made, 201);
      return made.body.doc.id;
    },
    release: async (album) => ok(await second.post(`/api/albums/${album}/release`)),
    put: async (album, ...images) => ok(await curator.post(`/api/albums/${album}/members`, { images })),
    settle: async () => {
      await gate.settle();
      await node.reach(gate.status().sequence);
    },
    record: async (slug) => {
      const found = (await house.live()).get(`album/vi/${slug}`);
      return found?.type === 'album' ? found : null;
    },
    order: async (album, limit = 100) => {
      const titles: string[] = [];
      for (let next: string | null = ''; next !== null; ) {
        const query = `album=${album}&sort=album&limit=${limit}${next && `&cursor=${next}`}`;
        const page = await data(`/v1/vi/images?${query}`);
        titles.push(...page.data.map(({ title }: { title: string }) => title));
        next = page.page.next;
      }
      return titles;
    },
    [Symbol.asyncDispose]: async () => {
      await delivery.close();
      await gate[Symbol.asyncDispose]();
    },
  };
};
