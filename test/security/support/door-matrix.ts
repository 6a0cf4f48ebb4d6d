import { type Role, roles } from '#access/viewer.ts';
import { completeText } from '../../support/lexical.ts';
import { pictureBytes, pictureForm } from '../../support/pictures.ts';
import type { Studio } from '../../support/studio.ts';
import type { Caller } from '../../support/studio-caller.ts';
import type { Person } from '../../support/studio-people.ts';
import { addressesOf, type Door } from './doors.ts';

/** Who asks: nobody, or somebody with one role and the clearance that everybody begins with. */
export const principals = ['nobody', ...roles] as const;
export type Principal = (typeof principals)[number];

/** What stands behind the addresses for one of them: documents that they may know of, by collection. */
export type Ids = Readonly<Record<string, string>>;

const nothing = '3f0e0000-0000-4000-8000-000000000000';
const order = ['get', 'head', 'post', 'put', 'patch', 'delete'];

/** Reading first, deleting last, leaving at the very end. */
const rank = ({ method, path }: Door): number => order.indexOf(method) + (/logout/.test(path) ? 10 : 0);

export const inOrder = (doors: readonly Door[]): Door[] =>
  doors.toSorted((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));

/** An internal document of each kind, made by others, for one who asks. */
export const documentsFor = async (
  studio: Studio,
  makers: { editor: Person; curator: Person },
  of: number,
): Promise<Ids> => {
  const { editor, curator } = makers;
  const made = async (answer: ReturnType<Caller['post']>) => {
    const { status, body } = await answer;
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.doc as { id: string; marking: string };
  };
  const times = { startsAt: '2026-11-30T10:00:00Z', endsAt: '2026-11-30T12:00:00Z' };
  const article = await made(editor.post('/api/articles?locale=vi&depth=0', completeText(`Bài ${of}`)));
  const event = await made(editor.post('/api/events?locale=vi&depth=0', { ...completeText(`Hội ${of}`), ...times }));
  const album = await made(curator.post('/api/albums?locale=vi&depth=0', { title: `Tập ${of}`, description: 'x' }));
  const form = pictureForm(await pictureBytes(), { title: `Ảnh ${of}`, alt: 'x', credit: 'x' });
  const image = await made(curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: form }));
  const user = await studio.person('translator');
  return {
    articles: article.id,
    events: event.id,
    images: image.id,
    albums: album.id,
    users: user.id,
    markings: article.marking,
  };
};

const fill = (door: Door, ids: Ids): string => {
  const collection = door.path.split('/')[2] ?? '';
  const named = door.path.includes(':collection') ? 'articles' : collection;
  const values = {
    ...{ id: [ids[named] ?? nothing], collection: ['articles'], locale: ['fr'], key: ['translation'] },
    ...{ level: ['0'], column: ['0'], row: ['0'] },
  };
  return addressesOf(door, values, [nothing])[0] ?? door.path;
};

/** Knocks at a door with nothing in hand but the address. */
export const knock = async (asker: Caller, door: Door, ids: Ids): Promise<number> => {
  const isReading = ['get', 'head'].includes(door.method);
  const { status } = await asker.send(fill(door, ids), {
    method: door.method.toUpperCase(),
    ...(isReading ? {} : { body: '{}', headers: { 'content-type': 'application/json' } }),
  });
  return status;
};

/** Whoever asks, signed in. */
export const askerFor = async (studio: Studio, principal: Principal): Promise<Caller> =>
  principal === 'nobody' ? studio.anonymous : studio.person(principal as Role);

export const nameOf = ({ method, path }: Door): string => `${method.toUpperCase()} ${path}`;

/** What one of them is answered at each door, as the table says. */
export const columnIn = (table: string, principal: Principal): ReadonlyMap<string, number> => {
  const rows = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const column = principals.indexOf(principal) + 2;
  const doors = rows.filter((row) => /^\d{3}$/.test(row[column] ?? ''));
  return new Map(doors.map((row) => [(row[1] ?? '').replaceAll('`', ''), Number(row[column])]));
};

/** Whether somebody who is answered like this may have written: they were let in, and did not only read. Of a new door nobody knows. */
export const mayWriteAt = (door: Door, status: number | undefined): boolean =>
  (status ?? 0) < 400 && !['get', 'head'].includes(door.method);

/** The table as people read it: a row for each door, a column for each who asks. */
export const tableOf = (statuses: ReadonlyMap<string, ReadonlyMap<Principal, number>>): string => {
  const rows = [...statuses]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([door, by]) => `| \`${door}\` | ${principals.map((one) => by.get(one) ?? '').join(' | ')} |`);
  return [
    '# Doors of the studio, and who is answered what',
    '',
    'Who asks has one role, the clearance that everybody begins with, and sends nothing but the address, or an empty object. Addresses name an',
    'internal document that others made, or nothing where there is none of that kind. The numbers are the status of the answer: 401 says to sign in, 403 that it is not',
    'theirs to do, 404 that there is nothing for them, 400 and 422 that what they sent is not enough: they may, and did not say what. A test holds the running program against',
    'this table, and sees that nothing was written where an answer is 400 or more, or where a door only reads.',
    '',
    `| Door | ${principals.join(' | ')} |`,
    `|---|${principals.map(() => '---').join('|')}|`,
    ...rows,
    '',
  ].join('\n');
};
