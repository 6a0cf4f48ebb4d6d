import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesPath } from '#audit-log/paths.ts';
import { writeAudit } from '#editorial/audit/audit-line.ts';
import { closeTallies } from '#editorial/audit/close-tallies.ts';
import { openRefusalBook } from '#editorial/audit/refusal-book.ts';
import { openSequencer, type Sequencer } from '#editorial/gate/audit/sequencer.ts';
import { verifyAudit } from '#editorial/gate/audit/verify-audit.ts';
import { bodyOf } from '../support/lexical.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { stateOf } from '../support/studio-state.ts';

type Row = Record<string, unknown> & { id: string };

const minutes = (many: number) => new Date(Date.now() + many * 60_000);

describe.each(databases)('the audit log cannot be rewritten, on %s', (database) => {
  let studio: Studio;
  let dir: string;
  let sequencer: Sequencer;
  let editor: Person;
  let officer: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    dir = await mkdtemp(join(studio.folder, 'audit-'));
    editor = await studio.person('editor', { name: 'Trần Thị Lan' });
    officer = await studio.person('security-officer', { clearance: 'restricted' });
    await write({ station: null, count: null, action: 'publish', at: '2025-03-01T08:00:00.000Z', times: 3 });
    sequencer = await openSequencer(studio.payload, dir);
    await sequencer.takeIn(new Date());
  });
  afterAll(async () => {
    sequencer?.[Symbol.dispose]();
    await studio?.close();
  });

  const write = async (more: object): Promise<string> => {
    const id = randomUUID();
    const act = { action: 'read', collection: 'articles', documentId: 'd', outcome: 'done', times: 1, seal: 'open' };
    const data = { ...act, id, at: new Date().toISOString(), ...more };
    await studio.payload.db.create({ collection: 'audit', customID: id, data, returning: false });
    return id;
  };
  const rowOf = async (id: string): Promise<Row> => {
    const row = await studio.payload.db.findOne<Row>({ collection: 'audit', where: { id: { equals: id } } });
    if (!row) throw new Error(`no row ${id}`);
    return row;
  };
  const change = (id: string, data: object) =>
    studio.payload.db.updateOne({ collection: 'audit', id, data: { ...data }, returning: false });
  const remove = (id: string) => studio.payload.db.deleteOne({ collection: 'audit', where: { id: { equals: id } } });
  const restore = async ({ id, ...row }: Row) => {
    await studio.payload.db.create({ collection: 'audit', customID: id, data: { id, ...row }, returning: false });
  };
  const check = () => verifyAudit({ payload: studio.payload, dir, known: [] });

  /** Something that leaves a line: a text that is marked higher. */
  const act = async (): Promise<string> => {
    const { id, marking } = (
      await editor.post('/api/articles?locale=vi&depth=0', { title: 'Chợ', summary: 'C.', body: bodyOf(['C']) })
    ).body.doc;
    const answer = await officer.post(`/api/markings/${marking}/raise`, { level: 'restricted', basis: 'x' });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return id;
  };
  /** Such a line, by its number in the log and its id. */
  const acted = async (): Promise<{ line: number; id: string; documentId: string }> => {
    const documentId = await act();
    await sequencer.takeIn(new Date());
    const { docs } = await studio.payload.db.find<Row>({
      collection: 'audit',
      where: { documentId: { equals: documentId } },
    });
    return { line: sequencer.log.size, id: String(docs[0]?.id), documentId };
  };

  it('what was done and refused is taken in, what there was before as well', async () => {
    await act();
    for (let turn = 0; turn < 3; turn += 1) await editor.get('/api/audit');
    await sequencer.takeIn(new Date());
    const rows = await studio.payload.db.count({ collection: 'audit', where: {} });
    const report = await check();
    expect(report).toMatchObject({ size: rows.totalDocs, before: 1, missing: 0, fault: null });
    expect(report.waiting).toEqual({ rows: 0, oldest: null });
    const text = await readFile(linesPath(dir, 1), 'utf8');
    expect(text).toContain('"who":"Trần Thị Lan"');
    expect(text).not.toMatch(/Chợ|restricted|seal/);
  });

  it('what was refused again is told by a line of its own when the hour is over', async () => {
    const book = openRefusalBook();
    const refusal = {
      actor: editor.id,
      action: 'read',
      collection: 'audit',
      documentId: null,
      code: 'forbidden',
    } as const;
    const { docs } = await studio.payload.db.find<Row>({
      collection: 'audit',
      where: { code: { equals: 'forbidden' } },
    });
    const first = String(docs[0]?.id);
    for (let turn = 0; turn < 3; turn += 1) {
      const entry = book.enter(refusal, minutes(turn));
      if ('line' in entry) entry.opened(first);
    }
    await closeTallies(studio.payload, book, minutes(61));
    await sequencer.takeIn(new Date());
    const { docs: told } = await studio.payload.db.find<Row>({
      collection: 'audit',
      where: { again: { equals: first } },
    });
    expect(told).toMatchObject([{ times: 2, code: 'forbidden', who: 'Trần Thị Lan', seal: docs[0]?.seal }]);
    expect(await check()).toMatchObject({ fault: null, missing: 0 });
  });

  it('an act that is rolled back leaves no line that anybody misses', async () => {
    for (const end of [killTransaction, commitTransaction]) {
      const req = await createLocalReq({}, studio.payload);
      await initTransaction(req);
      await writeAudit(req, { action: 'read', collection: 'articles', documentId: 'rolled-back', who: 'x' });
      await end(req);
    }
    await sequencer.takeIn(new Date());
    await sequencer.takeIn(minutes(10));
    expect(await check()).toMatchObject({ fault: null, missing: 0, waiting: { rows: 0 } });
  });

  it('a line that is changed in the database is named', async () => {
    const { line, id, documentId } = await acted();
    for (const changed of [
      { documentId: 'e' },
      { actor: null },
      { at: '2026-01-01T00:00:00.000Z' },
      { action: 'read' },
    ]) {
      const before = await rowOf(id);
      await change(id, changed);
      expect((await check()).fault).toEqual({ where: 'database', kind: 'changed', line, id });
      await change(id, { ...before, documentId });
    }
    await change(id, { seal: 'restricted|metro' });
    expect((await check()).fault).toBeNull();
  });

  it('a line that is removed from the database is named, and so are two that change places', async () => {
    const [one, two] = [await acted(), await acted()];
    const [first, second] = [await rowOf(one.id), await rowOf(two.id)];
    await remove(one.id);
    expect((await check()).fault).toEqual({ where: 'database', kind: 'removed', line: one.line, id: one.id });
    await restore(first);
    await change(one.id, { ...second, id: one.id });
    await change(two.id, { ...first, id: two.id });
    expect((await check()).fault).toEqual({ where: 'database', kind: 'changed', line: one.line, id: one.id });
    await change(one.id, first);
    await change(two.id, second);
    expect((await check()).fault).toBeNull();
  });

  it('a line that somebody puts in is named, whatever it pretends to be', async () => {
    const { id } = await acted();
    const { station, count } = await rowOf(id);
    for (const more of [
      { at: '2026-01-01T00:00:00.000Z' },
      { station: null, count: null },
      { station, count },
      { station: 'x y', count: 1 },
    ]) {
      const strange = await write({ who: 'Nobody', ...more });
      await sequencer.takeIn(new Date());
      expect((await check()).fault).toEqual({ where: 'database', kind: 'added', line: null, id: strange });
      await remove(strange);
      expect((await check()).fault).toBeNull();
    }
  });

  it('a line that is changed, removed, put in or moved in the files of the log is named', async () => {
    const { line } = await acted();
    const file = linesPath(dir, 1);
    const whole = await readFile(file, 'utf8');
    const lines = whole.trimEnd().split('\n');
    const edits: [string[], string, number][] = [
      [lines.with(line - 1, String(lines[line - 1]).replace('raise', 'release')), 'changed', line],
      [lines.slice(0, -1), 'removed', line],
      [lines.toSpliced(1, 1), 'removed', 2],
      [lines.toSpliced(2, 0, String(lines[0])), 'added', 3],
      [lines.with(2, String(lines[3])).with(3, String(lines[2])), 'moved', 3],
    ];
    for (const [edited, kind, number] of edits) {
      await writeFile(file, edited.map((each) => `${each}\n`).join(''));
      expect((await check()).fault).toEqual({ where: 'log', kind, line: number, id: null });
    }
    await writeFile(file, whole);
    expect((await check()).fault).toBeNull();
  });

  it('a line that waits is told, and one that is gone before it was taken in is missed', async () => {
    const before = (await check()).missing;
    const documentId = await act();
    expect((await check()).waiting).toMatchObject({ rows: 1, oldest: expect.any(String) });
    await studio.payload.db.deleteMany({ collection: 'audit', where: { documentId: { equals: documentId } } });
    await act();
    expect(await sequencer.takeIn(new Date())).toEqual({ lines: 1, missing: 0 });
    expect(await sequencer.takeIn(minutes(6))).toEqual({ lines: 0, missing: 1 });
    expect(await check()).toMatchObject({ fault: null, missing: before + 1 });
  });

  it('the log goes on where it ended, with what it has lost and without', async () => {
    sequencer[Symbol.dispose]();
    sequencer = await openSequencer(studio.payload, dir);
    const { size } = sequencer.log;
    expect(await sequencer.takeIn(new Date())).toEqual({ lines: 0, missing: 0 });
    sequencer[Symbol.dispose]();
    await writeFile(join(dir, 'state.json'), 'torn');
    sequencer = await openSequencer(studio.payload, dir);
    await act();
    expect(await sequencer.takeIn(new Date())).toEqual({ lines: 1, missing: 0 });
    expect(await check()).toMatchObject({ size: size + 1, fault: null });
  });

  it('an act whose line cannot be written is not done', async () => {
    const { id, marking } = (
      await editor.post('/api/articles?locale=vi&depth=0', { title: 'Kho', summary: 'K.', body: bodyOf(['K']) })
    ).body.doc;
    const before = await stateOf(studio);
    const { db } = studio.payload;
    const { create } = db;
    db.create = (args) =>
      args.collection === 'audit' ? Promise.reject(new Error('disk full')) : create.call(db, args);
    const answer = await officer.post(`/api/markings/${marking}/raise`, { level: 'restricted', basis: 'x' });
    const gone = await editor.send(`/api/articles/${id}`, { method: 'DELETE' });
    db.create = create;
    expect([answer.status, gone.status]).toEqual([500, 500]);
    // Also where the database has no transactions: the line is written before anything else
    expect(await stateOf(studio)).toEqual(before);
    await sequencer.takeIn(new Date());
    const { missing } = await check();
    await act();
    await sequencer.takeIn(new Date());
    await sequencer.takeIn(minutes(10));
    expect(await check()).toMatchObject({ fault: null, missing, waiting: { rows: 0 } });
  });
});
