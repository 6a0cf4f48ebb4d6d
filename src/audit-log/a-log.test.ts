import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { someLine } from '../../test/support/arbitrary-audit-content.ts';
import { isContinued, isIncluded } from './check-proof.ts';
import { entryBytes } from './entry.ts';
import { leafHash, linkOf } from './hashes.ts';
import { openLogWriter } from './log-writer.ts';
import { linesPath, treePath } from './paths.ts';
import { consistencyProof, inclusionProof } from './tree.ts';
import { verifyLog } from './verify-log.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'benthanh-log-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const contentOf = (count: number) => ({ line: { ...someLine, id: `line-${count}`, count } });

/** A log of so many lines, and its root after each of them. */
const written = async (many: number): Promise<{ size: number; root: string }[]> => {
  using log = await openLogWriter(dir);
  const before = log.size;
  return Array.from({ length: many }, (_, index) => {
    log.append([contentOf(before + index + 1)]);
    return { size: log.size, root: log.root().toString('hex') };
  });
};

const check = (known: readonly { size: number; root: string }[] = []) => verifyLog({ dir, known });
const file = () => linesPath(dir, 1);
const linesNow = async () => (await readFile(file(), 'utf8')).trimEnd().split('\n');
const write = (lines: readonly string[]) => writeFile(file(), lines.map((line) => `${line}\n`).join(''));
const edit = async (change: (lines: string[]) => string[]) => write(change(await linesNow()));

/** Somebody who knows the program writes these lines as a log of their own, tree and all. */
const rewrite = async (counts: readonly number[]) => {
  await rm(dir, { recursive: true });
  using log = await openLogWriter(dir);
  log.append(counts.map(contentOf));
};

test('a log that nobody touched is sound, goes on after it was closed, and has the roots that were told', async () => {
  const roots = [...(await written(5)), ...(await written(4))];
  const seen: number[] = [];
  const report = await verifyLog({ dir, known: roots, each: ({ n }) => Boolean(seen.push(n)) });
  expect(report).toEqual({
    size: 9,
    root: roots.at(-1)?.root,
    fault: null,
    contradicted: null,
    agreed: 9,
    removed: [],
  });
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('a log that is not there is empty, and no root contradicts it unless somebody holds one', async () => {
  expect(await check()).toMatchObject({ size: 0, fault: null });
  expect(await check([{ size: 2, root: 'x' }])).toMatchObject({ fault: { kind: 'removed', line: 1 } });
});

test('what is proved of a log holds for whoever has only its roots', async () => {
  const roots = await written(21);
  using log = await openLogWriter(dir);
  const head = (size: number) => ({ size, root: Buffer.from(roots[size - 1]?.root ?? '', 'hex') });
  expect(isContinued(head(6), head(21), consistencyProof(6, 21, log.tree.read))).toBe(true);
  const leaf = leafHash(Buffer.from((await linesNow())[7] ?? ''));
  const proof = inclusionProof(7, 21, log.tree.read);
  expect(isIncluded({ leaf, index: 7, proof, ...head(21) })).toBe(true);
});

describe('whoever reaches the file', () => {
  beforeEach(() => written(8));

  test.each<[string, (lines: string[]) => string[], object]>([
    [
      'changes a line',
      (all) => all.with(3, String(all[3]).replace('"read"', '"update"')),
      { kind: 'changed', line: 4 },
    ],
    ['changes the last line', (all) => all.with(7, String(all[7]).replace('"d"', '"e"')), { kind: 'changed', line: 8 }],
    ['writes nonsense', (all) => all.with(0, 'x'), { kind: 'changed', line: 1 }],
    ['removes a line', (all) => all.toSpliced(4, 1), { kind: 'removed', line: 5 }],
    ['removes the first line', (all) => all.slice(1), { kind: 'removed', line: 1 }],
    ['cuts the end off', (all) => all.slice(0, 6), { kind: 'removed', line: 7 }],
    ['puts a line in between', (all) => all.toSpliced(2, 0, String(all[5])), { kind: 'added', line: 3 }],
    [
      'lets two change places',
      (all) => all.with(2, String(all[3])).with(3, String(all[2])),
      { kind: 'moved', line: 3 },
    ],
    ['adds one behind the end', (all) => [...all, String(all[7])], { kind: 'added', line: 9 }],
  ])('%s: it is named', async (_what, change, fault) => {
    await edit(change);
    expect((await check()).fault).toEqual(fault);
  });

  test('removes the file: the first line is gone', async () => {
    await rm(file());
    expect((await check()).fault).toEqual({ kind: 'removed', line: 1 });
  });

  test('cuts the tree off as well: whoever holds a root knows', async () => {
    const [last] = (await written(1)).slice(-1);
    await edit((all) => all.slice(0, 5));
    await truncate(treePath(dir), 0);
    expect((await check()).fault).toBeNull();
    expect((await check(last ? [last] : [])).fault).toEqual({ kind: 'removed', line: 6 });
  });
});

test('R61: without its tree a line that was changed still breaks the chain', async () => {
  await written(5);
  await truncate(treePath(dir), 0);
  expect((await check()).fault).toBeNull();
  await edit((all) => all.with(1, String(all[1]).replace('"read"', '"update"')));
  expect((await check()).fault).toMatchObject({ line: 3 });
});

test('whoever writes the whole log anew, tree and all, is contradicted by the first root that somebody holds', async () => {
  const roots = await written(10);
  const held = [roots[3], roots[6], roots[9]].flatMap((root) => root ?? []);
  await rewrite([1, 2, 3, 4, 55, 6, 7, 8, 9, 10]);
  expect(await check()).toMatchObject({ size: 10, fault: null, contradicted: null });
  expect(await check(held)).toMatchObject({ size: 7, fault: null, contradicted: held[1], agreed: 4 });
});

describe('a writer that was stopped', () => {
  test('within a line: the rest of it goes, and the log goes on', async () => {
    await written(3);
    await appendFile(file(), '{"line":{"act');
    const roots = await written(2);
    expect(await check(roots)).toMatchObject({ size: 5, fault: null, contradicted: null });
  });

  test('between lines and tree: the lines are taken in', async () => {
    await written(3);
    const [, , third] = await linesNow();
    const bytes = entryBytes(contentOf(4), 4, linkOf(Buffer.from(third ?? '')));
    await appendFile(file(), `${bytes}\n`);
    expect(await check(await written(1))).toMatchObject({ size: 5, fault: null });
  });

  test('within the tree: it is made whole', async () => {
    await written(5);
    await truncate(treePath(dir), 32 * 8 - 10);
    expect(await check(await written(1))).toMatchObject({ size: 6, fault: null });
  });

  test.each<[string, (lines: string[]) => string[], number]>([
    ['the last line was changed', (all) => all.with(4, String(all[4]).replace('"d"', '"e"')), 5],
    ['lines are gone', (all) => all.slice(0, 3), 5],
    ['a line was added that follows nothing', (all) => [...all, String(all[1])], 6],
  ])('appends nothing where %s', async (_what, change, line) => {
    await written(5);
    await edit(change);
    await expect(openLogWriter(dir)).rejects.toMatchObject({ code: 'audit-log-damaged', values: { line } });
  });
});

test('a log of several files is read in order, and a file that is gone is named by its first line', async () => {
  using log = await openLogWriter(dir);
  log.append(Array.from({ length: 20_001 }, (_, index) => contentOf(index + 1)));
  expect(await check()).toMatchObject({ size: 20_001, fault: null });
  await rm(linesPath(dir, 2));
  expect((await check()).fault).toEqual({ kind: 'removed', line: 10_001 });
});
