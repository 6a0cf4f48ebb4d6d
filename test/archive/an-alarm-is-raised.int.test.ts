import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askRecord } from '#editorial/archive/ask-record.ts';
import { checkMasters, keepMastersSound } from '#editorial/archive/keep-masters-sound.ts';
import { expositionType } from '#editorial/metrics/exposition.ts';
import { openFixityRecord } from '#media/fixity/record.ts';
import { masterPath } from '#media/intake/master-store.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { harms } from './support/archive.ts';

interface Item {
  readonly id: string;
  readonly title: string;
  readonly at: string;
  readonly master: string;
}

interface Picture {
  readonly id: string;
  readonly marking: string;
  readonly master: { readonly sha256: string };
}

const metricsToken = 'a token of some length';

describe.each(databases)('a master that is damaged or missing, on %s', (database) => {
  let studio: Studio;
  let curator: Person;
  let pictures: Picture[];
  let log: string;
  beforeAll(async () => {
    studio = await startStudio({ database, values: { metricsToken } });
    curator = await studio.person('curator');
    pictures = [];
    for (const title of ['Chợ Bến Thành', 'Bến Bạch Đằng', 'Kín đáo']) {
      const form = pictureForm(await pictureBytes(), { title }, 'tệp-của-khách.jpg');
      const { status, body } = await curator.send('/api/images/upload?locale=vi', { method: 'POST', body: form });
      expect(status, JSON.stringify(body)).toBe(201);
      pictures.push(body.doc);
    }
    const officer = await studio.person('security-officer', { clearance: 'restricted' });
    const raised = { level: 'restricted', basis: 'Công văn' };
    expect((await officer.post(`/api/markings/${idOf(pictures[2]?.marking)}/raise`, raised)).status).toBe(200);
    await cp(studio.values.mastersDir, mirror(), { recursive: true });
    const heard = new Writable({
      write(line, _, done) {
        log += line;
        done();
      },
    });
    studio.payload.logger = pino(heard);
    log = '';
  });
  afterAll(() => studio?.close());

  const idOf = (found: unknown) => String((found as { id?: string })?.id ?? found);
  const mirror = () => join(studio.folder, 'mirror');
  const pathOf = (picture: Picture | undefined) => masterPath(studio.values.mastersDir, picture?.master.sha256 ?? '');
  const round = (mastersMirror?: string) =>
    checkMasters(studio.payload, { ...studio.values, mastersMirror }, new AbortController().signal);
  const lookedAt = (picture: Picture | undefined, days: number) => {
    using record = openFixityRecord(studio.values.mastersDir);
    record.note(picture?.master.sha256 ?? '', 'sound', new Date(Date.now() - days * 24 * 60 * 60 * 1000));
  };
  const alarm = async (person: Person): Promise<{ count: number; items: Item[] } | undefined> => {
    const { status, body } = await person.get('/api/desk');
    expect(status, JSON.stringify(body)).toBe(200);
    return body.sections.find(({ key }: { key: string }) => key === 'masters');
  };
  const metrics = (authorization?: string) =>
    fetch(`${studio.url}/api/metrics`, { headers: authorization ? { authorization } : {} });
  /** What Prometheus reads, by name. */
  const measured = async (): Promise<Record<string, number>> => {
    const answer = await metrics(`Bearer ${metricsToken}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expositionType]);
    const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return Object.fromEntries(
      lines.map((line) => [line.split(' ')[0]?.replace('benthanh_studio_', ''), Number(line.split(' ')[1])]),
    );
  };
  const health = async () => (await studio.anonymous.get('/api/health')).body;

  test('is none at first: no desk speaks of masters, and health counts none', async () => {
    expect(await health()).toEqual({ status: 'ok', masters: null });
    const jobs = { jobs_waiting: 0, jobs_failed: 0 };
    expect(await measured()).toEqual({ database_up: 1, ...jobs });
    await round();
    const { masters_oldest_check_seconds: age, ...rest } = await measured();
    const sound = { masters: 3, masters_checked: 3, masters_overdue: 0, masters_damaged: 0, masters_missing: 0 };
    expect(rest).toEqual({ database_up: 1, ...sound, ...jobs });
    expect(age).toBeGreaterThanOrEqual(0);
    expect(await health()).toEqual({ status: 'ok', masters: { damaged: 0, missing: 0 } });
    expect(await alarm(curator)).toBeUndefined();
    expect(log).toBe('');
  });

  test('is not seen before its time in its bytes, but at once in its size and when it is gone', async () => {
    await harms.flipped(pathOf(pictures[0]));
    await harms.deleted(pathOf(pictures[1]));
    await harms.truncated(pathOf(pictures[2]));
    lookedAt(pictures[0], 59);
    await round();
    expect(await health()).toMatchObject({ masters: { damaged: 1, missing: 1 } });
  });

  test('is told to curators and administrators by the title of its image, to nobody else', async () => {
    lookedAt(pictures[0], 61);
    await round();
    const titles = async (person: Person) => {
      const told = await alarm(person);
      expect(told?.items.length).toBe(told?.count);
      return told?.items.map(({ title, master }) => `${title}: ${master}`).sort();
    };
    const open = ['Bến Bạch Đằng: missing', 'Chợ Bến Thành: damaged'];
    expect(await titles(curator)).toEqual(open);
    expect(await titles(await studio.person('administrator'))).toEqual(open);
    const cleared = await studio.person('curator', { clearance: 'restricted' });
    expect(await titles(cleared)).toEqual([...open, 'Kín đáo: damaged']);
    for (const role of ['editor', 'translator', 'publisher', 'security-officer'] as const)
      expect(await alarm(await studio.person(role))).toBeUndefined();
  });

  test('is counted for whoever watches the machine, without another word', async () => {
    expect(await health()).toEqual({ status: 'ok', masters: { damaged: 2, missing: 1 } });
    expect((await studio.anonymous.get('/api/health')).status).toBe(200);
  });

  test('is measured for whoever has the token; for others there is no such address', async () => {
    lookedAt(pictures[1], 100);
    expect(await measured()).toMatchObject({ masters_damaged: 2, masters_missing: 0, masters_overdue: 1 });
    expect((await measured()).masters_oldest_check_seconds).toBeGreaterThan(99 * 24 * 60 * 60);
    await round();
    expect(await measured()).toMatchObject({ masters_damaged: 2, masters_missing: 1, masters_overdue: 0 });
    for (const shown of [undefined, 'Bearer', 'Bearer ', `Bearer ${metricsToken.slice(0, -1)}`, metricsToken])
      expect((await metrics(shown)).status, shown).toBe(404);
    const unknown = await studio.anonymous.get('/api/metric');
    const refused = await studio.anonymous.get('/api/metrics');
    expect([refused.status, refused.body.code]).toEqual([unknown.status, 'not-found']);
    expect((await (await studio.person('administrator')).get('/api/metrics')).status).toBe(404);
  });

  test('R55: stands in the log by the name of its bytes alone', () => {
    for (const picture of pictures) expect(log).toContain(picture.master.sha256);
    const lines = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const said = lines.map(({ level, msg, why, damaged, missing }) => ({ level, msg, why, damaged, missing }));
    expect(said).toContainEqual({ level: 50, msg: 'a master is missing', why: 'no-mirror' });
    expect(said).toContainEqual({ level: 50, msg: 'masters are damaged or missing', damaged: 2, missing: 1 });
    expect(log).not.toMatch(/Chợ|Bạch Đằng|Kín|khách/);
  });

  test('is mended from the mirror in the next round, and the alarm ends', async () => {
    await round(mirror());
    expect(await alarm(curator)).toBeUndefined();
    expect(await health()).toMatchObject({ masters: { damaged: 0, missing: 0 } });
    for (const { id } of pictures.slice(0, 2))
      expect((await curator.get(`/api/images/${id}/file?width=160`)).status).toBe(200);
    expect(log).toContain('a master was mended from the mirror');
  });

  test('that was never checked is looked at by the studio itself, which stops when it closes', async () => {
    await using other = await startStudio({ database });
    for (const token of ['', 'undefined'])
      expect((await other.anonymous.get('/api/metrics', { authorization: `Bearer ${token}` })).status).toBe(404);
    const person = await other.person('curator');
    const body = pictureForm(await pictureBytes(), { title: 'Nhà hát' });
    expect((await person.send('/api/images/upload?locale=vi', { method: 'POST', body })).status).toBe(201);
    keepMastersSound(other.payload, other.values);
    const sound = () => askRecord(other.payload, (record) => record.counts(new Date()).sound);
    await expect.poll(sound, { timeout: 60_000 }).toBe(1);
  });

  test('does not keep the desk from opening when the record itself is damaged', async () => {
    await rm(join(studio.values.mastersDir, 'fixity', 'checks.db'));
    await cp(pathOf(pictures[0]), join(studio.values.mastersDir, 'fixity', 'checks.db'));
    expect(await alarm(curator)).toBeUndefined();
    expect(await health()).toEqual({ status: 'ok', masters: null });
    expect(log).toContain('the record of the masters’ checks cannot be read');
  });
});
