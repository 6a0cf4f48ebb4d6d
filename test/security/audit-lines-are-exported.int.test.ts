import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEntry } from '#audit-log/entry.ts';
import { linesPath } from '#audit-log/paths.ts';
import { exportFrom } from '#cli/audit/export-all.ts';
import { lineOfRow } from '#editorial/audit/line-of-row.ts';
import { auditDirOf } from '#editorial/gate/audit/audit-dir.ts';
import { carryOutRemovals } from '#editorial/gate/audit/carry-out.ts';
import { openSequencer } from '#editorial/gate/audit/sequencer.ts';
import { usualRetention } from '#editorial/legal/retention.ts';
import { newSigningKey } from '#feed/keys.ts';
import { bodyOf } from '../support/lexical.ts';
import { runReady } from '../support/ready-command-line.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

describe.each(databasesInTurn)('lines of the audit log are exported, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let officer: Person;
  let out: string;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor', { name: '=HYPERLINK("x")' });
    officer = await studio.person('security-officer', { clearance: 'restricted' });
    out = join(studio.folder, 'out');
    await mkdir(join(studio.folder, 'keys'), { recursive: true });
    await mkdir(out);
    await writeFile(join(studio.folder, 'keys/studio.secret'), studio.values.secret, { mode: 0o600 });
    const text = { title: 'Bí mật ở chợ', summary: 'C.', body: bodyOf(['C']) };
    const { marking } = (await editor.post('/api/articles?locale=vi&depth=0', text)).body.doc;
    const raised = await officer.post(`/api/markings/${marking}/raise`, { level: 'restricted', basis: 'x' });
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
    expect((await editor.get('/api/audit')).status).toBe(403);
    await takeIn();
  });
  afterAll(() => studio?.close());

  const gateDir = () => join(studio.folder, 'gate');
  const takeIn = async () => {
    using sequencer = await openSequencer(studio.payload, auditDirOf(gateDir()));
    await sequencer.takeIn(new Date());
  };
  const audit = async (...args: string[]) => {
    const { PATH, HOME } = process.env;
    const { databaseUrl, mastersDir } = studio.values;
    const places = { DATA_DIR: studio.folder, DATABASE_URL: databaseUrl, MASTERS_DIR: mastersDir, GATE_DIR: gateDir() };
    return runReady({
      argv: ['audit', ...args, '--json'],
      env: { PATH, HOME, LANG: 'en_GB.UTF-8', ...places },
    });
  };
  const exported = async (name: string, ...args: string[]) => {
    const file = join(out, name);
    const { status, stdout, stderr } = await audit('export', '--to', file, ...args);
    expect([status, stderr], stdout).toEqual([0, '']);
    return { told: JSON.parse(stdout), text: await readFile(file, 'utf8'), mode: (await stat(file)).mode & 0o777 };
  };
  const entriesIn = (text: string) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => readEntry(Buffer.from(line)));
  const linesIn = (text: string) => entriesIn(text).flatMap((entry) => ('line' in entry ? [entry.line] : []));
  const notes = async () => {
    const where = { action: { equals: 'export' } };
    return (await studio.payload.db.count({ collection: 'audit', where })).totalDocs;
  };

  it('all of them, as they stand in the log, for whoever asked alone; and a line says so', async () => {
    const { told, text, mode } = await exported('all.ndjson');
    expect(text).toBe(await readFile(linesPath(auditDirOf(gateDir()), 1), 'utf8'));
    expect(told).toMatchObject({ lines: entriesIn(text).length, size: entriesIn(text).length });
    expect(mode).toBe(0o600);
    expect(text).not.toContain('Bí mật');
    await takeIn();
    expect(linesIn((await exported('again.ndjson')).text).at(-1)).toMatchObject({
      action: 'export',
      collection: 'audit',
      who: expect.stringMatching(/^command line, /),
    });
  });

  it('of a person and a time', async () => {
    const { text, told } = await exported('officer.ndjson', '--person', officer.email);
    expect(linesIn(text).length).toBe(told.lines);
    expect(linesIn(text).map(({ action }) => action)).toContain('raise');
    expect(new Set(linesIn(text).map(({ actor, documentId }) => actor ?? documentId))).toEqual(new Set([officer.id]));
    expect((await exported('by-id.ndjson', '--person', officer.id)).text).toContain('"action":"raise"');
    const today = new Date(Date.now() + 7 * 60 * 60_000).toISOString().slice(0, 10);
    const dated = await exported('today.ndjson', '--since', today, '--until', today, '--person', officer.id);
    expect(linesIn(dated.text).map(({ action }) => action)).toContain('raise');
    expect((await exported('then.ndjson', '--until', '2026-01-31')).text).toBe('');
    const later = new Date(Date.now() + 60_000).toISOString();
    expect((await exported('later.ndjson', '--since', later)).told.lines).toBe(0);
  });

  it('as a table in which no name is a formula', async () => {
    const { text } = await exported('all.csv', '--person', editor.id);
    expect(text.startsWith('\uFEFFn,at,who,actor,action,')).toBe(true);
    expect(text).toContain(`,"'=HYPERLINK(""x"")",${editor.id},read,audit,,refused,forbidden,`);
  });

  it.each([
    [[], '--to'],
    [['--to', 'x.txt'], '--to'],
    [['--to', 'x.csv', '--since', '31/01/2026'], '--since'],
    [['--to', 'x.csv', '--until', '2026-02-30'], '--until'],
    [['--to', 'x.csv', '--person', 'a b'], '--person'],
  ])('wrong use is told: %j', async (args, named) => {
    const { status, stdout } = await audit('export', ...args);
    expect([status, stdout]).toEqual([2, expect.stringContaining(named)]);
  });

  it('nothing comes out of a log that is wrong', async () => {
    const before = await notes();
    const unknown = await audit('export', '--to', join(out, 'no.csv'), '--person', 'nobody@example.org');
    expect([unknown.status, unknown.stdout]).toEqual([1, expect.stringContaining('user-unknown')]);
    const file = linesPath(auditDirOf(gateDir()), 1);
    const whole = await readFile(file, 'utf8');
    const changed = whole.replace('"action":"raise"', '"action":"lower"');
    expect(changed).not.toBe(whole);
    await writeFile(file, changed);
    const refused = await audit('export', '--to', join(out, 'no.csv'));
    await writeFile(file, whole);
    expect([refused.status, refused.stdout]).toEqual([1, expect.stringContaining('audit-export-unsound')]);
    expect((await readdir(out)).filter((name) => name.startsWith('no.'))).toEqual([]);
    expect(await notes()).toBe(before);
  });

  it('nothing comes out where no line can say so', async () => {
    const { db } = studio.payload;
    const { create } = db;
    db.create = () => Promise.reject(new Error('disk full'));
    const asked = { config: { gateDir: gateDir() }, file: join(out, 'no.csv'), form: 'csv', person: null } as const;
    const ended = exportFrom(studio.payload, { ...asked, since: null, before: null });
    await expect(ended).rejects.toThrow('disk full');
    db.create = create;
    expect((await readdir(out)).filter((name) => name.startsWith('no.'))).toEqual([]);
  });

  it('npx benthanh audit retention tells what is over its term and what two people remove, and removes nothing itself', async () => {
    const whole = { clearance: 'restricted' as const, compartments: ['harbour', 'metro'] };
    const [one, two] = [
      await studio.person('security-officer', { ...whole, name: 'Nguyễn Văn An' }),
      await studio.person('security-officer', { ...whole, name: 'Lê Thị Bình' }),
    ];
    const id = randomUUID();
    const act = { action: 'log-in', collection: 'users', documentId: 'd', outcome: 'done', times: 1, seal: 'open' };
    const row = { ...act, id, who: 'Kẻ cũ', station: id, count: 1, at: '2020-03-01T08:00:00.000Z' };
    const put = () => studio.payload.db.create({ collection: 'audit', customID: id, data: row, returning: false });
    await put();
    const dir = auditDirOf(gateDir());
    const carryOut = async () => {
      using sequencer = await openSequencer(studio.payload, dir);
      await sequencer.takeIn(new Date());
      const table = () => usualRetention;
      const settled = new Set<number | string>();
      const parts = { payload: studio.payload, dir, sequencer, key: newSigningKey(), table, settled };
      return await carryOutRemovals(parts, new Date());
    };
    // What came before there was a log is taken in at any age; this came after
    const line = lineOfRow(await studio.payload.db.findOne({ collection: 'audit', where: { id: { equals: id } } }));
    await (async () => {
      using sequencer = await openSequencer(studio.payload, dir);
      sequencer.log.append(line ? [{ line }] : []);
    })();
    const told = async () => {
      const { status, stdout, stderr } = await audit('retention');
      expect([status, stderr], stdout).toEqual([0, '']);
      return JSON.parse(stdout);
    };
    const first = await told();
    const over = first.kinds.filter(({ over: { lines } }: { over: { lines: number } }) => lines > 0);
    expect(over).toMatchObject([{ kind: 'sign-ins', over: { lines: 1, oldest: '2020-03-01T08:00:00.000Z' } }]);
    expect([first.asked, first.agreed, first.dropped]).toEqual([null, [], 0]);
    const asked = await one.post('/api/audit-log/ask-removal', { kinds: ['sign-ins'], reason: 'Hết hạn' });
    expect(asked.status, JSON.stringify(asked.body)).toBe(200);
    expect((await told()).asked).toMatchObject({ id: asked.body.request, askedName: 'Nguyễn Văn An' });
    expect((await two.post('/api/audit-log/agree-removal', asked.body)).status).toBe(200);
    expect(await told()).toMatchObject({ asked: null, agreed: [{ id: asked.body.request }], dropped: 0 });
    expect(await carryOut()).toBe(1);
    expect(await told()).toMatchObject({ agreed: [], dropped: 1 });
    // Put back with a copy of the database from before: gone at the next look
    await put();
    expect(await told()).toMatchObject({ dropped: 1 });
    expect(await told()).toMatchObject({ dropped: 0 });
  });
});
