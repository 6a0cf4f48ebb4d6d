import type { Answer, Caller } from '../../support/studio-caller.ts';
import { addressesOf, type Door, type Values } from './doors.ts';
import type { HiddenWorld } from './hidden-world.ts';

/** An address that names something hidden, and the same with ids that nothing has. */
export interface Pair {
  readonly method: string;
  readonly hidden: string;
  readonly empty: string;
}

const uuid = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g;
const objectId = /\b[\da-f]{24}\b/g;

/** The same in form, as the name of nothing. */
const nameless = (id: string, at: number): string =>
  id
    .replace(uuid, `3f0e0000-0000-4000-8000-${String(at).padStart(12, '0')}`)
    .replace(objectId, String(at).padStart(24, '3f0e'));

const fill = (door: Door, collection: string, ids: readonly string[], beside: readonly string[]): string[] => {
  const values: Values = {
    ...{ id: ids, collection: [collection], of: [collection], locale: ['fr'], key: ['translation'] },
    ...{ level: ['0'], column: ['0'], row: ['0'] },
  };
  return addressesOf(door, values, beside);
};

/** Doors that name rows of programs by other words than their collection. */
const keptBehind: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/api\/images\/batches\//, ['upload-batches']],
  [/^\/api\/images\/edits\//, ['picture-edits']],
  [/^\/api\/images\/look-alikes\//, ['look-alikes']],
];

/** Addresses of a door at which something hidden is named; of a door without parameters that address twice. */
export const pairsOf = (door: Door, { ids, beside: said, kept }: HiddenWorld): Pair[] => {
  const collection = door.path.split('/')[2] ?? '';
  const own = ids[collection as keyof HiddenWorld['ids']] ?? kept[collection] ?? [];
  const beside = keptBehind.find(([behind]) => behind.test(door.path))?.[1].flatMap((name) => kept[name] ?? []) ?? said;
  const rows = own.length === 0 || door.path.includes('/versions') ? [...own, ...beside] : own;
  // Where the address names the collection too, ids and collections have to go together
  const named = /:(collection|of)\b/.test(door.path) ? Object.entries(ids) : [[collection, rows] as const];
  const emptyBeside = beside.map(nameless);
  const pairs = new Map<string, Pair>();
  for (const [name, of] of named) {
    const hidden = fill(door, name, of, beside);
    const empty = fill(door, name, of.map(nameless), emptyBeside);
    for (const [at, path] of hidden.entries())
      pairs.set(path, { method: door.method, hidden: path, empty: empty[at] ?? path });
  }
  return [...pairs.values()];
};

/** Everything that an answer says, without what an address that was asked says of itself and without what each answer has of its own. */
const saidBy = ({ status, headers, body }: Answer, path: string): string => {
  const kept = [...headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name));
  const ids = [...path.matchAll(uuid), ...path.matchAll(objectId)].map(([id]) => id);
  let said = JSON.stringify([
    status,
    kept.map(([name, value]) => [name, name === 'content-length' ? '' : value]),
    body,
  ]);
  for (const id of ids) said = said.replaceAll(id, 'ID');
  return said;
};

/** What is wrong with what somebody is answered at an address and at its like: words that they may not read, and differences. */
export const walk = async (
  asker: Caller,
  { method, hidden, empty }: Pair,
  search: (said: string) => string[],
): Promise<string[]> => {
  const query = '?locale=all&draft=true&depth=2&limit=100&trash=true';
  const ask = (path: string) =>
    asker.send(`${path}${query}`, {
      method: method.toUpperCase(),
      ...(['get', 'head'].includes(method) ? {} : { body: '{}', headers: { 'content-type': 'application/json' } }),
    });
  const answer = await ask(hidden);
  const said = saidBy(answer, hidden);
  const wrong = search(said).map((word) => `${method} ${hidden} says ${word}`);
  if (answer.status >= 500) wrong.push(`${method} ${hidden} answers ${answer.status}`);
  if (empty === hidden) return wrong;
  const other = saidBy(await ask(empty), empty);
  return said === other ? wrong : [...wrong, `${method} ${hidden} differs: ${said}\n  ${other}`];
};
