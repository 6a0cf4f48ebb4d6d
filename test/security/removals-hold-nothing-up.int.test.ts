import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { linesPath } from '#audit-log/paths.ts';
import { lineOfRow } from '#editorial/audit/line-of-row.ts';
import { dropRemovedRows } from '#editorial/audit/removal/drop-rows.ts';
import { findRemovals } from '#editorial/audit/removal/removals.ts';
import { openAuditor } from '#editorial/gate/audit/auditor.ts';
import { carryOutRemovals } from '#editorial/gate/audit/carry-out.ts';
import { readRemovals, removalNames, removalsDir } from '#editorial/gate/audit/removal-files.ts';
import { openSequencer } from '#editorial/gate/audit/sequencer.ts';
import { usualRetention } from '#editorial/legal/retention.ts';
import { newSigningKey, publicHalf } from '#feed/keys.ts';
import { databases, type Studio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { type AuditedStudio, startAuditedStudio } from './support/audited-studio.ts';

describe.each(databases)('a removal of audit lines holds nothing up, on %s', (database) => {
  const key = newSigningKey();
  let audited: AuditedStudio;
  let studio: Studio;
  let dir: string;
  let officer: Person;
  let second: Person;
  beforeAll(async () => {
    audited = await startAuditedStudio(database);
    ({ studio, dir } = audited);
    const cleared = () => ({ clearance: 'restricted' as const, compartments: ['harbour', 'metro'] });
    officer = await studio.person('security-officer', cleared());
    second = await studio.person('security-officer', cleared());
  });
  afterAll(() => audited?.close());

  const text = () => readFile(linesPath(dir, 1), 'utf8');
  /** A line that is over its term, in the database and in the log. */
  const old = async (who: string, times = 1): Promise<object> => {
    using sequencer = await openSequencer(studio.payload, dir);
    await sequencer.takeIn(new Date());
    const id = randomUUID();
    const act = { action: 'log-in', collection: 'users', documentId: 'd', outcome: 'done', times: 1, seal: 'open' };
    const data = { ...act, id, who, station: id, count: 1, at: '2020-03-01T08:00:00.000Z' };
    await studio.payload.db.create({ collection: 'audit', customID: id, data, returning: false });
    const line = lineOfRow(await studio.payload.db.findOne({ collection: 'audit', where: { id: { equals: id } } }));
    for (let time = 1; time <= times; time += 1) sequencer.log.append(line ? [{ line }] : []);
    expect(await text()).toContain(who);
    return data;
  };
  const ask = async (): Promise<string> => {
    const asked = await officer.post('/api/audit-log/ask-removal', { kinds: ['sign-ins'], reason: 'Hết hạn' });
    expect(asked.status, JSON.stringify(asked.body)).toBe(200);
    return asked.body.request;
  };
  const agreed = async (): Promise<void> => {
    const answer = await second.post('/api/audit-log/agree-removal', { request: await ask() });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };
  const move = (id: string, data: object) =>
    studio.payload.db.updateOne({ collection: 'audit-removals', id, data: { ...data }, returning: false });
  const openIt = () => {
    const told: { msg: string; code?: string }[] = [];
    const auditor = openAuditor({
      ...{ payload: studio.payload, dir, key, retention: () => usualRetention },
      writer: { lastAttest: async () => null, attest: async () => 1 },
      log: pino({ level: 'info' }, { write: (said) => void told.push(JSON.parse(said)) }),
    });
    return { auditor, saysRemoved: () => told.some(({ msg }) => msg === removed), told };
  };
  const removed = 'the content of audit lines was removed';
  /** One round of a gate, and what the studio does afterwards. @returns rows that are gone */
  const round = async (scope?: 'all'): Promise<number> => {
    const { auditor } = openIt();
    await auditor.round(new Date());
    await auditor[Symbol.asyncDispose]();
    return dropRemovedRows(studio.payload, dir, scope);
  };
  const open = async () =>
    (await findRemovals(studio, { state: { in: ['asked', 'agreed'] } })).map(({ id, state }) => [id, state]);

  it('the gate goes on with its work meanwhile, and lets it end before it ends itself', async () => {
    await old('Kẻ cũ');
    await agreed();
    const { auditor, saysRemoved } = openIt();
    await auditor.round(new Date());
    expect(saysRemoved()).toBe(false);
    await auditor[Symbol.asyncDispose]();
    expect(saysRemoved()).toBe(true);
    expect(await text()).not.toContain('Kẻ cũ');
    expect(await dropRemovedRows(studio.payload, dir)).toBe(1);
  });

  it('one that cannot be carried out is told to the operator, and the others are carried out', async () => {
    await old('Kẻ muộn');
    // Somebody who only writes into the database: the log has no line of a second person
    const forged = await ask();
    await move(forged, { state: 'agreed', decidedBy: second.id, decidedAt: new Date().toISOString() });
    await agreed();
    const { auditor, told } = openIt();
    await auditor.round(new Date());
    await auditor[Symbol.asyncDispose]();
    expect(told).toContainEqual(expect.objectContaining({ code: 'audit-removal-untold', values: { request: forged } }));
    expect(await text()).not.toContain('Kẻ muộn');
    await move(forged, { state: 'refused' });
    expect(await dropRemovedRows(studio.payload, dir)).toBe(1);
  });

  it('whoever wants lines removed that they may not see is refused, and that leaves a line', async () => {
    const partly = await studio.person('security-officer', { clearance: 'restricted' });
    const asked = await partly.post('/api/audit-log/ask-removal', { kinds: ['sign-ins'], reason: 'x' });
    expect(asked).toMatchObject({ status: 403, body: { code: 'removal-clearance' } });
    const where = { actor: { equals: partly.id } };
    const { docs } = await studio.payload.db.find({ collection: 'audit', where, sort: '-at', limit: 1 });
    expect(docs[0]).toMatchObject({ action: 'ask-removal', outcome: 'refused', code: 'removal-clearance' });
  });

  it('one that finds nothing left is closed, and one whose line stands in the log twice', async () => {
    await old('Kẻ lặp', 2);
    await agreed();
    await agreed();
    expect(await round()).toBe(1);
    expect(await text()).not.toContain('Kẻ lặp');
    expect(await open()).toEqual([]);
    const [later] = await findRemovals(studio, { state: { equals: 'done' } });
    expect(later).toMatchObject({ record: null, lines: 0 });
  });

  it('a gate that got another key before its log told of a record signs it anew, and goes on', async () => {
    await old('Kẻ đổi khóa');
    await agreed();
    const before = (await readRemovals(dir, null)).length;
    await (async () => {
      using sequencer = await openSequencer(studio.payload, dir);
      await sequencer.takeIn(new Date());
      const { log, removals } = sequencer;
      const enterRemoval = () => {
        throw new Error('power cut');
      };
      const parts = { payload: studio.payload, dir, key: newSigningKey(), table: () => usualRetention };
      const settled = new Set<number | string>();
      const cut = carryOutRemovals({ ...parts, sequencer: { log, removals, enterRemoval }, settled }, new Date());
      await expect(cut).rejects.toThrow('power cut');
    })();
    expect(await readRemovals(dir, null)).toHaveLength(before + 1);
    expect(await round()).toBe(1);
    expect(await text()).not.toContain('Kẻ đổi khóa');
    expect(await readRemovals(dir, [publicHalf(key)])).toHaveLength(before + 1);
    expect(await open()).toEqual([]);
  });

  it('R61: what somebody puts back afterwards, in the log or in the database, goes again', async () => {
    const row = await old('Kẻ trở lại');
    const before = (await text()).split('\n');
    await agreed();
    expect(await round()).toBe(1);
    const after = (await text()).split('\n');
    await writeFile(linesPath(dir, 1), [...before.slice(0, -1), ...after.slice(before.length - 1)].join('\n'));
    const { id } = row as { id: string };
    await studio.payload.db.create({ collection: 'audit', customID: id, data: { ...row }, returning: false });
    expect(await text()).toContain('Kẻ trở lại');
    expect(await round('all')).toBe(1);
    expect(await text()).not.toContain('Kẻ trở lại');
  });

  it('R61: a record that was changed after the log had told of it takes no line along', async () => {
    await old('Kẻ ở lại');
    const [name] = (await removalNames(dir)).slice(-1);
    const path = join(removalsDir(dir), name ?? '');
    const signed = await readFile(path, 'utf8');
    const envelope = JSON.parse(signed);
    const value = JSON.parse(Buffer.from(envelope.payload, 'base64').toString('utf8'));
    const all = (await text()).split('\n').length - 1;
    const payload = Buffer.from(JSON.stringify({ ...value, places: `1-${all}` })).toString('base64');
    await writeFile(path, JSON.stringify({ ...envelope, payload }));
    const before = await text();
    const { auditor, told } = openIt();
    await auditor.round(new Date());
    await auditor[Symbol.asyncDispose]();
    expect(told).toContainEqual(expect.objectContaining({ code: 'audit-removal-unsound' }));
    expect((await text()).startsWith(before)).toBe(true);
    await writeFile(path, signed);
  });

  it('a row that is no request stands in the way of no other one, and whoever runs the machine is told once', async () => {
    const data = { state: 'agreed', kinds: 'x', reason: 'x', askedBy: 'x', askedAt: new Date().toISOString() };
    const id = randomUUID();
    const row = { ...data, id, lapsesAt: data.askedAt };
    await studio.payload.db.create({ collection: 'audit-removals', customID: id, data: row, returning: false });
    const told = vi.spyOn(studio.payload.logger, 'error');
    await old('Kẻ cuối');
    for (const look of [1, 2]) expect((await officer.get('/api/audit-log')).status, String(look)).toBe(200);
    expect(told.mock.calls.filter(([said]) => Object(said).id === id)).toHaveLength(1);
    await agreed();
    await round();
    expect(await text()).not.toContain('Kẻ cuối');
  });

  it('one export a person at a time, and none for whoever has left', async () => {
    const take = () => officer.post('/api/audit-log/take', { form: 'ndjson' });
    const lastLine = async () => {
      const asked = { collection: 'audit', where: { action: { equals: 'export' } }, sort: '-at', limit: 1 };
      return (await studio.payload.db.find<{ id: string }>(asked)).docs[0];
    };
    const { db } = studio.payload;
    const { create } = db;
    const [begun, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    db.create = async (args) => {
      const data: Record<string, unknown> = args.data;
      if (args.collection === 'audit' && data.action === 'export' && data.outcome === 'done') {
        begun.resolve();
        await held.promise;
      }
      return create.call(db, args) as never;
    };
    const going = take();
    await begun.promise;
    const refused = await take();
    db.create = create;
    held.resolve();
    expect([refused.status, refused.body.code]).toEqual([429, 'audit-export-busy']);
    expect((await going).status).toBe(200);
    const { id } = (await lastLine()) ?? {};
    const headers = { Authorization: `JWT ${officer.token}`, 'Content-Type': 'application/json' };
    const asked = { method: 'POST', headers, body: JSON.stringify({ form: 'ndjson' }), signal: AbortSignal.abort() };
    expect((await studio.ask(new Request(`${studio.url}/api/audit-log/take`, asked))).status).toBe(204);
    expect((await lastLine())?.id).toBe(id);
    expect((await take()).status).toBe(200);
  });
});
