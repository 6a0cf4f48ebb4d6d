import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesPath } from '#audit-log/paths.ts';
import { lineOfRow } from '#editorial/audit/line-of-row.ts';
import { dropRemovedRows } from '#editorial/audit/removal/drop-rows.ts';
import { auditDirOf } from '#editorial/gate/audit/audit-dir.ts';
import { openAuditor } from '#editorial/gate/audit/auditor.ts';
import { openSequencer } from '#editorial/gate/audit/sequencer.ts';
import { usualRetention } from '#editorial/legal/retention.ts';
import { newSigningKey } from '#feed/keys.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

describe.each(databases)('a removal of audit lines holds nothing up, on %s', (database) => {
  const key = newSigningKey();
  let studio: Studio;
  let gateDir: string;
  let dir: string;
  let officer: Person;
  let second: Person;
  beforeAll(async () => {
    gateDir = await mkdtemp(join(tmpdir(), 'benthanh-gate-'));
    dir = auditDirOf(gateDir);
    studio = await startStudio({ database, values: { gateDir } });
    const cleared = () => ({ clearance: 'restricted' as const, compartments: ['harbour', 'metro'] });
    officer = await studio.person('security-officer', cleared());
    second = await studio.person('security-officer', cleared());
  });
  afterAll(async () => {
    await studio?.close();
    if (gateDir) await rm(gateDir, { recursive: true, force: true });
  });

  const text = () => readFile(linesPath(dir, 1), 'utf8');
  /** A line that is over its term, in the database and in the log. */
  const old = async (who: string): Promise<void> => {
    using sequencer = await openSequencer(studio.payload, dir);
    await sequencer.takeIn(new Date());
    const id = randomUUID();
    const act = { action: 'log-in', collection: 'users', documentId: 'd', outcome: 'done', times: 1, seal: 'open' };
    const data = { ...act, id, who, station: id, count: 1, at: '2020-03-01T08:00:00.000Z' };
    await studio.payload.db.create({ collection: 'audit', customID: id, data, returning: false });
    const line = lineOfRow(await studio.payload.db.findOne({ collection: 'audit', where: { id: { equals: id } } }));
    sequencer.log.append(line ? [{ line }] : []);
    expect(await text()).toContain(who);
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
  });

  it('whoever wants lines removed that they may not see is refused, and that leaves a line', async () => {
    const partly = await studio.person('security-officer', { clearance: 'restricted' });
    const asked = await partly.post('/api/audit-log/ask-removal', { kinds: ['sign-ins'], reason: 'x' });
    expect(asked).toMatchObject({ status: 403, body: { code: 'removal-clearance' } });
    const where = { actor: { equals: partly.id } };
    const { docs } = await studio.payload.db.find({ collection: 'audit', where, sort: '-at', limit: 1 });
    expect(docs[0]).toMatchObject({ action: 'ask-removal', outcome: 'refused', code: 'removal-clearance' });
  });
});
