import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Payload } from 'payload';
import { type Node, publicUrl } from '../../support/delivery-node.ts';
import { columnIn, nameOf, principals } from './door-matrix.ts';
import { doorsOf } from './doors.ts';

/** Doors whose answers are other at each asking, or tell by their purpose that something was done, each with what it is. */
const ofTheMoment: Readonly<Record<string, string>> = {
  '/api/account/activity': 'what the person did last, this asking with it',
  '/api/account/sessions': 'when a session was last used',
  '/api/audit-log': 'an auditor reads that something was done, by whom and when, in no words of it',
  '/api/audit/': 'the same',
  '/api/audit/count': 'the same',
  '/api/metrics': 'counts of requests',
};

/** Every address of the studio without a parameter that answers somebody, as the table of doors has it. */
export const openAddresses = (payload: Payload): string[] => {
  const table = readFileSync(join(import.meta.dirname, '../doors.md'), 'utf8');
  const open = new Set<string>();
  for (const principal of principals)
    for (const [door, status] of columnIn(table, principal)) if (status < 400) open.add(door);
  const doors = doorsOf(payload).filter((door) => door.method === 'get' && !door.path.includes(':'));
  const paths = doors.filter((door) => open.has(nameOf(door))).map(({ path }) => path);
  return paths.filter((path) => !(path in ofTheMoment));
};

const lists = ['articles', 'images', 'albums', 'press-kits'].map((kind) => `/v1/vi/${kind}`);

/** Single pages, parts for viewers and files of what is public, as its lists name them, and what those pages name in turn. */
export const shownAddresses = async (node: Node): Promise<string[]> => {
  const found = new Set<string>();
  const look = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) {
      const said = await (await node.get(path)).text();
      for (const [, named = ''] of said.matchAll(/"href":"([^"]+)"/g)) {
        const { origin, pathname } = new URL(named, publicUrl);
        if (origin === publicUrl) found.add(pathname);
      }
    }
  };
  await look(lists);
  await look([...found].filter((path) => path.startsWith('/v1/')));
  const ids = [...found].flatMap((path) => /^\/images\/([^/]+)\//.exec(path)?.[1] ?? []);
  const parts = [...new Set(ids)].flatMap((id) =>
    ['info.json', 'manifest.json'].map((name) => `/iiif/3/${id}/${name}`),
  );
  return [...new Set([...found, ...parts, '/iiif/3/albums/collection.json'])].sort();
};
