import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesPath } from '#audit-log/paths.ts';
import { openWitness, type Witness } from '#delivery/witness/witness.ts';
import { auditDirOf } from '#editorial/gate/audit/audit-dir.ts';
import type { OpenGate } from '#editorial/gate/open-gate.ts';
import { loadSigningKey, newSigningKey, publicHalf, saveKey } from '#feed/keys.ts';
import { openFeedReader } from '#feed/reader.ts';
import { openSource } from '#feed/source.ts';
import { type Gatehouse, openGatehouse } from '../gate/support/gatehouse.ts';
import { bodyOf } from '../support/lexical.ts';
import { runReady } from '../support/ready-command-line.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

const hour = 60 * 60_000;

describe.each(databasesInTurn)('delivery nodes bear witness of the audit log, on %s', (database) => {
  let key = newSigningKey();
  let studio: Studio;
  let house: Gatehouse;
  let gate: OpenGate;
  let witness: Witness;
  let editor: Person;
  let officer: Person;
  let now = Date.now();
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor');
    officer = await studio.person('security-officer', { clearance: 'restricted' });
    house = await openGatehouse(studio, key);
    gate = await house.open();
    witness = openWitness(partsIn('node'));
  });
  afterAll(async () => {
    await gate?.[Symbol.asyncDispose]();
    await studio?.close();
  });

  const partsIn = (name: string) => {
    const trust = [publicHalf(key)];
    const reader = openFeedReader({ source: openSource(house.feedDir), trust });
    const dir = join(studio.folder, name);
    return { dir, reader, log: pino({ level: 'silent' }), signal: new AbortController().signal };
  };
  const logDir = () => auditDirOf(house.dir);
  const pass = async (milliseconds: number) => {
    now += milliseconds;
    await gate.auditor.round(new Date(now));
    return gate.auditor.status();
  };
  const act = async (): Promise<void> => {
    const text = { title: 'Chợ', summary: 'C.', body: bodyOf(['C']) };
    const { marking } = (await editor.post('/api/articles?locale=vi&depth=0', text)).body.doc;
    const raised = await officer.post(`/api/markings/${marking}/raise`, { level: 'restricted', basis: 'x' });
    expect(raised.status, JSON.stringify(raised.body)).toBe(200);
  };
  const verify = (...args: string[]) => command('audit', 'verify', ...args);
  const command = async (...argv: string[]) => {
    const { PATH, HOME } = process.env;
    const keys = join(studio.folder, 'keys');
    await mkdir(keys, { recursive: true });
    await writeFile(join(keys, 'studio.secret'), studio.values.secret, { mode: 0o600 });
    await saveKey(join(keys, 'trust.pem'), publicHalf(key), 0o644).catch(() => undefined);
    await saveKey(join(keys, 'gate.pem'), key).catch(() => undefined);
    const { databaseUrl, mastersDir } = studio.values;
    const places = { DATA_DIR: studio.folder, DATABASE_URL: databaseUrl, MASTERS_DIR: mastersDir };
    const feed = { GATE_DIR: house.dir, FEED_URL: house.feedDir, TRUST_FILE: join(keys, 'trust.pem') };
    const env = { PATH, HOME, LANG: 'en_GB.UTF-8', ...places, ...feed };
    const ended = await runReady({ argv: [...argv, '--json'], env });
    return { ...ended, told: ended.stdout === '' ? null : JSON.parse(ended.stdout) };
  };

  it('the log is signed every hour into the feed, whether or not there is anything new, and nodes keep it', async () => {
    await act();
    expect(await pass(0)).toMatchObject({ fault: null, signedAt: new Date(now).toISOString() });
    const { signedAt } = gate.auditor.status();
    await act();
    expect(await pass(hour / 2)).toMatchObject({ signedAt });
    expect((await pass(hour / 2 + 60_000)).signedAt).not.toBe(signedAt);
    await pass(hour + 60_000);
    await witness.look();
    const held = (await readFile(join(studio.folder, 'node/witness.ndjson'), 'utf8')).split('\n').filter(Boolean);
    expect(held).toHaveLength(3);
    await witness.look();
    expect((await partsIn('node').reader.attest(3))?.size).toBe(gate.auditor.status().size);
  });

  it('the command proves the log against database, feed and node, and says how far each vouches for it', async () => {
    const { status, told, stderr } = await verify('--witness', join(studio.folder, 'node'));
    expect([status, stderr]).toEqual([0, '']);
    const { size } = gate.auditor.status();
    expect(told).toMatchObject({ size, checkpoints: 6, agreed: size, fault: null, contradicted: null, missing: 0 });
    const nobody = await verify('--witness', join(studio.folder, 'keys'));
    expect([nobody.status, nobody.stdout]).toEqual([1, expect.stringContaining('audit-witness-missing')]);
  });

  it('the command names the first line that was changed in the files of the log', async () => {
    const file = linesPath(logDir(), 1);
    const lines = (await readFile(file, 'utf8')).split('\n');
    const forged = lines.map((line, at) => (at === 1 ? line.replace('"outcome":"done"', '"outcome":"refused"') : line));
    expect(forged).not.toEqual(lines);
    await writeFile(file, forged.join('\n'));
    const { status, told } = await verify();
    expect([status, told.fault]).toEqual([1, expect.objectContaining({ where: 'log', kind: 'changed', line: 2 })]);
    await writeFile(file, lines.join('\n'));
    expect((await verify()).status).toBe(0);
  });

  it('a gate whose key was replaced goes on with feed and log, and nodes know what they have seen', async () => {
    expect((await command('key', 'replace')).told).toMatchObject({ error: { code: 'feed-locked' } });
    await gate[Symbol.asyncDispose]();
    const { status, told, stderr } = await command('key', 'replace');
    expect([status, stderr]).toEqual([0, '']);
    await expect(house.open()).rejects.toMatchObject({ code: 'feed-signature-bad' });
    key = await loadSigningKey(join(studio.folder, 'keys/gate.pem'));
    gate = await house.open(undefined, key);
    await act();
    expect(await pass(hour + 60_000)).toMatchObject({ fault: null });
    await openWitness(partsIn('node')).look();
    expect((await verify()).told).toMatchObject({ fault: null, contradicted: null, missing: 0 });
    const node = join(studio.folder, 'node');
    expect((await verify('--witness', node)).told).toMatchObject({ error: { code: 'feed-signature-bad' } });
    const known = await verify('--witness', node, '--earlier', told.revoked);
    expect([known.status, known.told.agreed]).toEqual([0, gate.auditor.status().size]);
  });

  it('a log that is written anew in all its parts, with the key, is contradicted by what a node has seen', async () => {
    await cp(house.dir, join(studio.folder, 'kept'), { recursive: true });
    await gate[Symbol.asyncDispose]();
    // Whoever holds the machine and the key removes a deed, and lets the gate begin the log again
    const { docs } = await studio.payload.db.find({ collection: 'audit', where: { action: { equals: 'raise' } } });
    await studio.payload.db.deleteOne({ collection: 'audit', where: { id: { equals: String(docs[0]?.id) } } });
    await rm(logDir(), { recursive: true });
    gate = await house.open(undefined, key);
    // The feed alone is enough as long as it has what was signed: nothing is signed that contradicts it
    expect(await pass(hour + 60_000)).toMatchObject({ fault: 'audit-log-rewritten' });
    await gate[Symbol.asyncDispose]();
    await rm(join(house.feedDir, 'audit'), { recursive: true });
    gate = await house.open(undefined, key);
    await act();
    await act();
    expect(await pass(hour + 60_000)).toMatchObject({ fault: null });
    await expect(witness.look()).rejects.toMatchObject({ code: 'audit-witness-contradicted' });
    // A node that begins anew remembers what it has seen
    await expect(openWitness(partsIn('node')).look()).rejects.toMatchObject({ code: 'audit-witness-contradicted' });
    expect((await verify()).told).toMatchObject({ fault: null, contradicted: null });
    const revoked = (await readdir(join(studio.folder, 'keys'))).find((name) => name.includes('revoked')) ?? '';
    const earlier = ['--earlier', join(studio.folder, 'keys', revoked)];
    const { status, told } = await verify('--witness', join(studio.folder, 'node'), ...earlier);
    expect([status, told.contradicted]).toEqual([1, expect.objectContaining({ by: join(studio.folder, 'node') })]);
  });
});
