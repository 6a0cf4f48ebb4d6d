import { randomBytes } from 'node:crypto';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFixityRecord } from '#media/fixity/record.ts';
import { masterPath, openMasterStore } from '#media/intake/master-store.ts';
import { type Ended, type Running, watch } from '../support/installation.ts';
import { pictureBytes, pictureForm } from '../support/pictures.ts';
import { type Line, runReady } from '../support/ready-command-line.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import { harms } from './support/archive.ts';

const pictures = 3;
/** Masters that no image names, large enough that reading them takes a while where it is bounded. */
const others = 5;
const megabyte = 1024 * 1024;

describe.each(exhaustiveDatabases)('npx benthanh archive fixity, on %s', (database) => {
  let studio: Studio;
  let names: string[];
  beforeAll(async () => {
    studio = await startStudio({ database });
    const curator = await studio.person('curator');
    names = [];
    for (let count = 0; count < pictures; count += 1) {
      const body = pictureForm(await pictureBytes(), { title: `Ảnh ${count}` });
      const taken = await curator.send('/api/images/upload?locale=vi', { method: 'POST', body });
      names.push(taken.body.doc.master.sha256);
    }
    const store = await openMasterStore(studio.values.mastersDir);
    for (let count = 0; count < others; count += 1) await store.put(randomBytes(megabyte));
    await mkdir(join(studio.folder, 'keys'));
    await writeFile(join(studio.folder, 'keys/studio.secret'), studio.values.secret, { mode: 0o600 });
    await cp(studio.values.mastersDir, mirror(), { recursive: true });
  });
  afterAll(() => studio?.close());

  const mirror = () => join(studio.folder, 'mirror');
  const pathOf = (name: string | undefined) => masterPath(studio.values.mastersDir, name ?? '');
  const lineOf = (argv: readonly string[], more: Record<string, string> = {}): Line => {
    const { PATH, HOME } = process.env;
    const { databaseUrl, mastersDir } = studio.values;
    const places = { DATA_DIR: studio.folder, DATABASE_URL: databaseUrl, MASTERS_DIR: mastersDir };
    return { argv, env: { PATH, HOME, LANG: 'en_GB.UTF-8', ...places, ...more } };
  };
  const begin = (args: readonly string[], more?: Record<string, string>): Running => {
    const { argv, env } = lineOf(args, more);
    return watch('src/cli/benthanh.mjs', argv, env);
  };
  const fixity = (args: readonly string[] = [], more?: Record<string, string>): Promise<Ended> =>
    runReady(lineOf(['archive', 'fixity', ...args], more));
  const answerOf = ({ stdout }: Ended) => JSON.parse(stdout);
  const checkedSince = (moment: Date): number =>
    readFixityRecord(studio.values.mastersDir, (record) => {
      return record.counts(moment).masters - record.waiting(moment, moment).masters;
    }) ?? 0;

  test.each([
    [['--all', '--due']],
    [['--rate', 'fast']],
    [['--rate', '0']],
    [['--rate', '-5']],
    [['--rate']],
    [['--loud']],
    [['everything']],
  ])('refuses %j as wrong use, in one message', async (args) => {
    const { status, stdout, stderr } = await fixity(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^usage: .*archive fixity --help\n$/);
  });

  test('refuses a mirror within the masters’ folder', async () => {
    const { status, stderr } = await fixity([], { MASTERS_MIRROR: join(studio.values.mastersDir, 'mirror') });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^config-invalid: .*MASTERS_MIRROR.*neither the masters’ own nor inside it/);
  });

  test('killed in the middle, it has kept what it did, and the next run does the rest', async () => {
    const began = new Date();
    const running = begin(['archive', 'fixity', '--all', '--rate', '0.5']);
    await expect.poll(() => checkedSince(began), { timeout: 100_000, interval: 50 }).toBeGreaterThan(0);
    running.child.kill('SIGKILL');
    await running.ended;
    const done = checkedSince(began);
    expect(done).toBeLessThan(pictures + others);
    const rest = await fixity(['--all']);
    expect(rest.status).toBe(0);
    expect(rest.stderr).toMatch(/Going on with the check of all masters/);
    expect(rest.stdout).toMatch(new RegExp(`^ +${pictures + others - done} +checked$`, 'm'));
    expect(checkedSince(began)).toBe(pictures + others);
  });

  test('on Ctrl-C, it says how far it came and that it is not done', async () => {
    const began = new Date();
    const running = begin(['archive', 'fixity', '--all', '--rate', '0.5', '--json']);
    await expect.poll(() => checkedSince(began), { timeout: 100_000, interval: 50 }).toBeGreaterThan(0);
    running.child.kill('SIGINT');
    const ended = await running.ended;
    expect([ended.status, ended.stderr]).toEqual([1, '']);
    const told = answerOf(ended);
    expect(told).toMatchObject({ checked: checkedSince(began), stopped: true, wrong: [] });
    const rest = answerOf(await fixity(['--all', '--json']));
    expect(rest).toMatchObject({ checked: pictures + others - told.checked, stopped: false });
  });

  test('looks at what is due only, unless told otherwise', async () => {
    expect(answerOf(await fixity(['--json']))).toMatchObject({ checked: 0 });
    expect(answerOf(await fixity(['--all', '--json']))).toMatchObject({ checked: pictures + others });
  });

  test('names what is wrong and how to go on, and ends with 1; the doctor says so too', async () => {
    await harms.truncated(pathOf(names[0]));
    await harms.deleted(pathOf(names[1]));
    const { status, stdout } = await fixity();
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^ +2 {2}checked\n +0 {2}sound\n +0 {2}mended from the mirror\n +1 {2}damaged\n +1 {2}missing\n/,
    );
    expect(stdout).toContain(`✗ damaged: ${pathOf(names[0])} (there is no mirror`);
    expect(stdout).toContain(`✗ missing: ${pathOf(names[1])} (there is no mirror`);
    const doctor = await begin(['doctor', '--json'], { MASTERS_MIRROR: join(studio.folder, 'nowhere') }).ended;
    const { findings } = JSON.parse(doctor.stdout);
    expect(findings).toContainEqual({
      state: 'bad',
      about: 'masters-wrong',
      values: { damaged: 1, missing: 1, folder: studio.values.mastersDir },
    });
    expect(findings).toContainEqual(expect.objectContaining({ state: 'warning', about: 'mirror-missing' }));
  });

  test('mends what it can from the mirror and ends with 0', async () => {
    const ended = await fixity(['--json'], { MASTERS_MIRROR: mirror() });
    expect(answerOf(ended)).toEqual({
      ...{ checked: 2, sound: 0, mended: 2, damaged: 0, missing: 0, stopped: false, wrong: [], passed: [] },
    });
    expect(ended.status).toBe(0);
    const { findings } = JSON.parse((await begin(['doctor', '--json']).ended).stdout);
    const values = { sound: pictures + others, masters: pictures + others };
    expect(findings).toContainEqual({ state: 'good', about: 'masters', values });
  });
});
