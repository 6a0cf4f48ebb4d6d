import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesPath } from '#audit-log/paths.ts';
import { lineOfRow } from '#editorial/audit/line-of-row.ts';
import { dropRemovedRows } from '#editorial/audit/removal/drop-rows.ts';
import { carryOutRemovals } from '#editorial/gate/audit/carry-out.ts';
import { readRemovals, removalsDir } from '#editorial/gate/audit/removal-files.ts';
import { knownRemoval } from '#editorial/gate/audit/removal-record.ts';
import { openSequencer } from '#editorial/gate/audit/sequencer.ts';
import { verifyAudit } from '#editorial/gate/audit/verify-audit.ts';
import { usualRetention } from '#editorial/legal/retention.ts';
import { newSigningKey, publicHalf } from '#feed/keys.ts';
import { bodyOf } from '../support/lexical.ts';
import { databases, type Studio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { type AuditedStudio, startAuditedStudio } from './support/audited-studio.ts';

type Row = Record<string, unknown> & { id: string };

describe.each(databases)('the audit log is kept by law, on %s', (database) => {
  const key = newSigningKey();
  let audited: AuditedStudio;
  let studio: Studio;
  let dir: string;
  let officer: Person;
  let second: Person;
  let partly: Person;
  let editor: Person;
  let hidden: string;
  beforeAll(async () => {
    audited = await startAuditedStudio(database);
    ({ studio, dir } = audited);
    const whole = { clearance: 'restricted', compartments: ['harbour', 'metro'] } as const;
    const cleared = { ...whole, compartments: [...whole.compartments] };
    officer = await studio.person('security-officer', { ...cleared, name: 'Nguyễn Văn An' });
    second = await studio.person('security-officer', { ...cleared, name: 'Lê Thị Bình' });
    partly = await studio.person('security-officer', { clearance: 'restricted' });
    editor = await studio.person('editor', { name: '=HYPERLINK("x")' });
    hidden = await secret();
    await editor.get('/api/audit');
    await takeIn();
  });
  afterAll(() => audited?.close());

  const secret = async (): Promise<string> => {
    const text = { title: 'Kín', summary: 'C.', body: bodyOf(['C']) };
    const { id, marking } = (await editor.post('/api/articles?locale=vi&depth=0', text)).body.doc;
    const level = { level: 'restricted', compartments: ['harbour'], basis: 'x' };
    const raised = await officer.post(`/api/markings/${marking}/raise`, level);
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
    return id;
  };
  /** What the gate does round after round. */
  const takeIn = async (now = new Date()) => {
    using sequencer = await openSequencer(studio.payload, dir);
    await sequencer.takeIn(now);
    return { size: sequencer.log.size, root: sequencer.log.root().toString('hex') };
  };
  const carryOut = async (table = usualRetention) => {
    using sequencer = await openSequencer(studio.payload, dir);
    await sequencer.takeIn(new Date());
    const parts = {
      payload: studio.payload,
      dir,
      sequencer,
      key,
      table: () => table,
      settled: new Set<number | string>(),
    };
    return await carryOutRemovals(parts, new Date());
  };
  const verify = async (known: { size: number; root: string }[] = []) => {
    const removals = (await readRemovals(dir, [publicHalf(key)])).map(knownRemoval);
    return verifyAudit({ payload: studio.payload, dir, known, removals });
  };
  const take = async (who: Person, more: object = {}) => {
    const answer = await who.post('/api/audit-log/take', { form: 'ndjson', ...more });
    return { ...answer, text: String(answer.body) };
  };
  const parsed = (text: string) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const lastLine = async (action: string) => {
    const where = { action: { equals: action } };
    const { docs } = await studio.payload.db.find<Row>({ collection: 'audit', where, sort: '-at', limit: 1 });
    return docs[0];
  };
  const file = () => linesPath(dir, 1);
  const text = () => readFile(file(), 'utf8');

  describe('taken out on the page', () => {
    it('as lines that can be checked, with what the log is like at both ends; who took what stands in it', async () => {
      const { status, text: got, headers } = await take(officer, { since: '2026-01-01', person: editor.id });
      expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store']);
      const all = parsed(got);
      expect(all[0].export).toMatchObject({ state: 'sound', person: editor.id, isWhole: true });
      expect(all.at(-1).end).toMatchObject({ state: 'sound', lines: all.length - 2 });
      expect(headers.get('x-lines')).toBe(String(all.length - 2));
      expect(all[0].export.root).toMatch(/^[0-9a-f]{64}$/);
      const stored = (await text()).split('\n');
      for (const line of got.split('\n').slice(1, -2)) expect(stored).toContain(line);
      expect(await lastLine('export')).toMatchObject({
        ...{ actor: officer.id, collection: 'audit', outcome: 'done' },
        about: `form=ndjson since=2025-12-31T17:00:00.000Z person=${editor.id}`,
      });
      await takeIn();
      expect((await verify()).fault).toBeNull();
      expect(await text()).toContain(`"line":{"about":"form=ndjson since=`);
    });

    it('R24: as a table no cell of which is a formula, of one kind', async () => {
      const { text: got } = await take(officer, { form: 'csv', kinds: ['refusals'] });
      const rows = got.trimEnd().split('\r\n');
      expect(rows[0]).toMatch(/^n,at,who,/);
      expect(rows[1]).toContain(`,"'=HYPERLINK(""x"")",${editor.id},read,audit,`);
      expect(rows.slice(1, -1).every((row) => row.includes(',refused,'))).toBe(true);
      expect(rows.at(-1)).toMatch(/End of the file\. Lines: \d+\. The log is sound up to line \d+/);
    });

    it('of what somebody is not cleared for there is neither a line nor a number by which it could be counted', async () => {
      const whole = await take(officer);
      expect(whole.text).toContain(hidden);
      for (const form of ['ndjson', 'csv']) {
        const { status, text: got, headers } = await take(partly, { form });
        expect(status).toBe(200);
        expect(got).not.toContain(hidden);
        expect(got).toContain(editor.id);
        expect(got).not.toMatch(/"n":|"previous":|"station":|"count":|"size":|[0-9a-f]{64}/);
        expect(headers.get('x-lines')).toBeNull();
      }
      const panel = await partly.get('/api/audit-log');
      expect(panel.body).toMatchObject({ seesAll: false, request: null, may: { ask: false } });
      expect(panel.body.kinds.every((one: { over: unknown }) => one.over === null)).toBe(true);
    });

    it('for whoever does not audit there is no such page, in the words of any that is not there', async () => {
      for (const who of [editor, studio.anonymous]) {
        const [here, nowhere] = [await who.get('/api/audit-log'), await who.get('/api/audit-lug')];
        expect([here.status, JSON.stringify(here.body)]).toEqual([
          404,
          JSON.stringify(nowhere.body).replace('audit-lug', 'audit-log'),
        ]);
        expect((await who.post('/api/audit-log/take', { form: 'csv' })).status).toBe(404);
      }
    });

    it('R61: a log that was changed says so at the top and in the last line, and nothing behind that goes out', async () => {
      const before = await text();
      const [, line = 0] = [before, before.split('\n').findIndex((one) => one.includes('"action":"raise"')) + 1];
      await writeFile(file(), before.replace('"action":"raise"', '"action":"lower"'));
      const csv = (await take(officer, { form: 'csv' })).text.trimEnd().split('\r\n');
      const all = parsed((await take(officer)).text);
      await writeFile(file(), before);
      expect(csv[0]).toContain(`THE LOG IS NOT SOUND: line ${line}`);
      expect(csv.at(-1)).toContain(`THE LOG IS NOT SOUND: line ${line}`);
      expect(all[0].export).toMatchObject({ state: 'broken' });
      expect(all.at(-1).end).toMatchObject({ state: 'broken', lines: line - 1 });
      expect(all.length).toBe(line + 1);
    });

    it('nothing goes out where no line can say so, or where nobody has just proved who they are', async () => {
      const { db } = studio.payload;
      const { create } = db;
      db.create = () => Promise.reject(new Error('disk full'));
      const refused = await take(officer);
      db.create = create;
      expect([refused.status, refused.text.includes(editor.id)]).toEqual([500, false]);
      const where = { person: { equals: second.id } };
      await db.updateMany({ collection: 'sessions', where, data: { provenAt: new Date(0).toISOString() } });
      for (const path of ['take', 'ask-removal', 'agree-removal'])
        expect((await second.post(`/api/audit-log/${path}`, {})).body.code, path).toBe('step-up-required');
      expect((await second.post('/api/account/prove', { proof: second.password })).status).toBe(200);
      expect((await take(second)).status).toBe(200);
    });
  });

  describe('removed by two', () => {
    const old = async (more: object): Promise<string> => {
      const id = randomUUID();
      const act = { action: 'log-in', collection: 'users', documentId: 'd', outcome: 'done', times: 1, seal: 'open' };
      const data = { ...act, id, who: 'Kẻ cũ', station: 'old', at: '2020-03-01T08:00:00.000Z', ...more };
      await studio.payload.db.create({ collection: 'audit', customID: id, data, returning: false });
      return id;
    };
    const panelOf = async (who: Person) => (await who.get('/api/audit-log')).body;
    const overOf = async (kind: string) =>
      (await panelOf(officer)).kinds.find((one: { kind: string }) => one.kind === kind).over;
    const ask = (who: Person, kinds: string[]) => who.post('/api/audit-log/ask-removal', { kinds, reason: 'Hết hạn' });
    let known: { size: number; root: string };

    beforeAll(async () => {
      for (let count = 1; count <= 3; count += 1) await old({ count });
      await old({ count: 4, action: 'lower', collection: 'articles', who: 'Người quyết' });
      await old({ count: 5, at: '2020-03-01T08:00:00.001Z', action: 'export', who: 'Người lấy' });
      using sequencer = await openSequencer(studio.payload, dir);
      const { docs } = await studio.payload.db.find<Row>({
        collection: 'audit',
        where: { station: { equals: 'old' } },
      });
      const lines = docs
        .flatMap((row) => lineOfRow(row) ?? [])
        .sort((one, other) => (one.count ?? 0) - (other.count ?? 0));
      sequencer.log.append(lines.map((line) => ({ line })));
      known = { size: sequencer.log.size, root: sequencer.log.root().toString('hex') };
    });

    it('no clock does it: what is over its term is told', async () => {
      expect(await overOf('sign-ins')).toMatchObject({ lines: 3, oldest: '2020-03-01T08:00:00.000Z' });
      expect(await overOf('decisions')).toMatchObject({ lines: 0 });
      expect(await overOf('log')).toEqual({ before: null, lines: 0, oldest: null });
      expect((await verify([known])).fault).toBeNull();
      expect(await carryOut()).toBe(0);
      for (const kind of ['decisions', 'log'])
        expect((await ask(officer, [kind])).body.code, kind).toBe('removal-nothing');
      expect((await ask(partly, ['sign-ins'])).body.code).toBe('removal-clearance');
      expect(await text()).toContain('Kẻ cũ');
    });

    it('R52: whoever asked does not agree, and what one person alone wrote is not carried out', async () => {
      const asked = await ask(officer, ['sign-ins']);
      expect(asked.status, JSON.stringify(asked.body)).toBe(200);
      const { request } = asked.body;
      const own = await officer.post('/api/audit-log/agree-removal', { request });
      expect(own).toMatchObject({ status: 403, body: { code: 'removal-own-request' } });
      expect((await ask(second, ['sign-ins'])).body.code).toBe('removal-asked-already');
      const change = (data: object) =>
        studio.payload.db.updateOne({ collection: 'audit-removals', id: request, data: { ...data }, returning: false });
      const at = new Date().toISOString();
      // Somebody who only writes into the database: no second person, or one of whom the log has no line
      for (const decidedBy of [officer.id, second.id]) {
        await change({ state: 'agreed', decidedBy, decidedAt: at });
        await expect(carryOut(), decidedBy).rejects.toMatchObject({ code: 'audit-removal-untold' });
      }
      await change({ state: 'asked', decidedBy: null, decidedAt: null });
      expect(await text()).toContain('Kẻ cũ');
      expect((await second.post('/api/audit-log/refuse-removal', { request, reason: 'Chưa' })).status).toBe(200);
    });

    it('the content goes, with the rows; chain, tree and what was signed hold, and the record names who, what and why', async () => {
      const { request } = (await ask(officer, ['sign-ins'])).body;
      expect((await panelOf(second)).request).toMatchObject({ id: request, askedName: 'Nguyễn Văn An' });
      const agreed = await second.post('/api/audit-log/agree-removal', { request });
      expect(agreed.status, JSON.stringify(agreed.body)).toBe(200);
      const longer = usualRetention.rules.map((rule) => (rule.kind === 'sign-ins' ? { ...rule, years: 50 } : rule));
      await expect(carryOut({ rules: longer })).rejects.toMatchObject({ code: 'audit-removal-early' });
      expect(await carryOut()).toBe(3);
      expect(await carryOut()).toBe(0);
      const after = await text();
      expect(after).not.toContain('Kẻ cũ');
      expect(after).toMatch(/Người quyết.*Người lấy/s);
      const [record] = await readRemovals(dir, [publicHalf(key)]);
      expect(record?.value).toMatchObject({
        ...{ number: 1, request, lines: 3, reason: 'Hết hạn' },
        asked: { id: officer.id, name: 'Nguyễn Văn An' },
        agreed: { id: second.id, name: 'Lê Thị Bình' },
        kinds: [{ kind: 'sign-ins', years: 2, ground: { en: expect.stringContaining('53/2022') } }],
      });
      const sound = { fault: null, contradicted: null, agreed: known.size, removed: [{ number: 1, lines: 3 }] };
      expect(await verify([known])).toMatchObject({ ...sound, left: 3 });
      expect(await dropRemovedRows(studio.payload, dir)).toBe(3);
      expect(await verify([known])).toMatchObject({ ...sound, left: 0 });
      expect((await panelOf(officer)).agreed[0]).toMatchObject({ state: 'done', record: 1, lines: 3 });
      expect(parsed((await take(officer)).text).at(-1).end).toMatchObject({
        ...{ state: 'sound', removed: [{ record: 1, lines: 3 }] },
      });
      await takeIn();
      expect((await verify([known])).fault).toBeNull();
    });

    it('R61: a removal without a signed record fails the check, by the number of its first line', async () => {
      const name = join(removalsDir(dir), '000001.json');
      const signed = await readFile(name);
      const first = known.size - 4;
      const without = verifyAudit({ payload: studio.payload, dir, known: [] });
      expect((await without).fault).toMatchObject({ where: 'log', kind: 'unrecorded', line: first });
      await rm(name);
      expect((await verify()).fault).toMatchObject({ kind: 'unrecorded', line: first });
      expect(parsed((await take(officer)).text)[0].export).toMatchObject({ state: 'broken' });
      const forged = JSON.parse(signed.toString('utf8'));
      forged.payload = Buffer.from(forged.payload, 'base64').toString('utf8').replace('Hết hạn', 'Khác');
      forged.payload = Buffer.from(forged.payload).toString('base64');
      await mkdir(removalsDir(dir), { recursive: true });
      await writeFile(name, JSON.stringify(forged));
      await expect(verify()).rejects.toMatchObject({ code: 'audit-removal-unsound' });
      await writeFile(name, signed);
      expect((await verify()).fault).toBeNull();
    });
  });
});
