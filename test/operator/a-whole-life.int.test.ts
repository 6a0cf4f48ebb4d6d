import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, untilListening } from '../support/databases/free-port.ts';
import { banner, logIn } from '../support/first-login.ts';
import { type Installation, newInstallation, type Running, watch } from '../support/installation.ts';
import { type FirstStart, layOutHouse } from '../support/opened-house.ts';
import { answersOf, idsOf, publicView, untilSame } from '../support/public-view.ts';
import { keepUndisturbed } from '../support/undisturbed.ts';
import { unread, untilClosed, withoutBody } from '../support/unfinished.ts';

/** What it showed the public after its first start. */
let undisturbed: string[] = [];

describe('an installation that nobody disturbs', () => {
  let installation: Installation;
  let running: Running;
  let first: FirstStart;
  let sharePort: number;
  let tokenFile: string;
  let ids: string[];

  beforeAll(async () => {
    sharePort = await freePort();
    installation = await newInstallation({ FEED_SHARE_PORT: String(sharePort) });
    // Of this run there is one for all who need one
    first = await layOutHouse(installation.dataDir);
    tokenFile = join(installation.dataDir, 'feed-token');
    await writeFile(tokenFile, randomBytes(24).toString('hex'));
    Object.assign(installation.env, { FEED_TOKEN_FILE: tokenFile });
    running = installation.start();
    await running.until(banner);
  });
  afterAll(() => installation?.[Symbol.asyncDispose]());

  test('shows its progress and ends in a banner', () => {
    for (const words of ['built already', 'database schema', 'Demo content: 1 of', 'Released to the public']) {
      expect(first.output).toContain(words);
    }
    expect(first.output).toMatch(banner);
    expect(running.output()).toContain(`/admin\n`);
    expect(running.output()).toMatch(/API reference\s+http:\/\/localhost:\d+\/docs/);
    expect(running.output()).toContain(installation.dataDir);
  });

  test('lets the administrator in with the one-time password', async () => {
    const { email, password } = first;
    expect(await logIn(installation.studio, email, password)).toBe(200);
    expect(await logIn(installation.studio, email, `${password}x`)).toBe(401);
  });

  test('shows the public four languages of everything', async () => {
    undisturbed = await publicView(installation.delivery);
    ids = await idsOf(installation.delivery, undisturbed);
    const least = { articles: 8, images: 8, albums: 3, events: 8, places: 8, topics: 8, agencies: 8 };
    for (const [type, count] of Object.entries(least)) {
      for (const locale of ['vi', 'en', 'fr', 'zh-Hans']) {
        const listed = undisturbed.filter((one) => one.startsWith(`${locale}/${type}/`));
        expect(listed.length, `${locale} ${type}`).toBeGreaterThanOrEqual(count);
      }
    }
    await keepUndisturbed(undisturbed);
  });

  test('keeps the pictures of the demo as masters of a press agency: wide, with IPTC and XMP inside', async () => {
    const masters: string[] = [];
    for await (const path of glob(join(installation.dataDir, 'masters/??/??/*'))) masters.push(path);
    expect(masters.length).toBeGreaterThanOrEqual(32);
    for (const path of masters) {
      const { width = 0, iptc, xmp } = await sharp(path).metadata();
      expect(width, path).toBeGreaterThanOrEqual(2400);
      for (const words of [iptc, xmp]) expect(words?.includes('Kho Ảnh thành phố'), path).toBe(true);
    }
  });

  test('keeps its secrets for its owner and its password out of every file', async () => {
    const { password } = first;
    const logs = await Promise.all(
      ['studio', 'gate', 'delivery', 'prepare'].map((name) =>
        readFile(join(installation.dataDir, `logs/${name}.log`), 'utf8'),
      ),
    );
    expect(logs.join('')).not.toContain(password);
    expect(existsSync(join(installation.dataDir, 'first-start.json'))).toBe(false);
  });

  test('runs only once', async () => {
    const { status, stderr } = await installation.start().ended;
    expect(status).toBe(1);
    expect(stderr).toMatch(/already-running: .*DATA_DIR/);
  });

  test('is well, says the doctor, and its feed is sound', async () => {
    const doctor = await installation.command('doctor', '--json');
    const { findings } = JSON.parse(doctor.stdout);
    expect(findings.filter(({ state }: { state: string }) => state !== 'good')).toEqual([]);
    expect(doctor.status).toBe(0);
    const verified = await installation.command('feed', 'verify', '--json');
    expect(verified.status).toBe(0);
    expect(JSON.parse(verified.stdout)).toMatchObject({ fault: null });
  });

  test('has its studio check the masters by itself', async () => {
    const checked = async () => {
      const { findings } = JSON.parse((await installation.command('doctor', '--json')).stdout);
      return findings.find(({ about }: { about: string }) => about === 'masters')?.values;
    };
    await expect.poll(async () => (await checked())?.sound, { timeout: 120_000, interval: 1000 }).toBeGreaterThan(0);
  });

  test('lets a second node follow its feed over HTTP', async () => {
    const port = await freePort();
    const node = watch('src/delivery/main.ts', [], {
      ...installation.env,
      DATABASE_URL: undefined,
      FEED_SHARE_PORT: undefined,
      DELIVERY_PORT: String(port),
      DELIVERY_DIR: join(installation.dataDir, 'second'),
      FEED_URL: `http://127.0.0.1:${sharePort}`,
      TRUST_FILE: join(installation.dataDir, 'keys/trust.pem'),
    });
    await untilListening(port);
    expect(await untilSame(`http://127.0.0.1:${port}`, undisturbed)).toEqual(undisturbed);
    node.child.kill('SIGTERM');
    expect((await node.ended).status).toBe(0);
  });

  test.each(['gate', 'delivery', 'studio'])('starts %s again when it is killed, and says so', async (name) => {
    const killed = installation.pidOf(name);
    if (killed === undefined) throw new Error('no such process');
    process.kill(killed, 'SIGKILL');
    await running.until(new RegExp(`process ${name} stopped and is being started again`));
    await expect.poll(() => installation.pidOf(name) ?? killed, { timeout: 60_000 }).not.toBe(killed);
    const answers = async () => JSON.parse((await installation.command('doctor', '--json')).stdout).findings;
    const wrong = ({ state }: { state: string }) => state !== 'good';
    await expect.poll(async () => (await answers()).filter(wrong), { timeout: 120_000, interval: 1000 }).toEqual([]);
  });

  test('lets requests under way end when it is stopped, and takes no new ones', async () => {
    const headers = { 'Content-Type': 'application/json' };
    const logIn = await withoutBody(
      `${installation.studio}/api/users/login`,
      JSON.stringify({ email: first.email, password: first.password }),
      headers,
    );
    const download = await unread(`${installation.delivery}/docs/reference.js`);
    running.child.kill('SIGTERM');
    await Promise.all([untilClosed(installation.studio), untilClosed(installation.delivery)]);

    const answer = await logIn.finish();
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('"token":');
    const program = await download.finish();
    const [, length] = /^content-length: (\d+)/im.exec(program) ?? [];
    expect(Number(length)).toBeGreaterThan(1_000_000);
    expect(program.length - program.indexOf('\r\n\r\n') - 4).toBe(Number(length));
    expect((await running.ended).status).toBe(0);
  });

  test('stops with Ctrl-C and leaves no process behind', async () => {
    const again = installation.startInTerminal();
    await again.until(banner);
    again.ctrlC();
    expect((await again.ended).status).toBe(0);
    expect(installation.leftBehind()).toEqual([]);
  });

  test('starts again without building or seeding, and shows no password', async () => {
    const again = installation.start();
    await again.until(banner);
    expect(again.output()).toContain('built already');
    expect(again.output()).not.toMatch(/Demo content|One-time password|Building/);
    const { email, password } = first;
    expect(await logIn(installation.studio, email, password)).toBe(200);
    expect(await publicView(installation.delivery)).toEqual(undisturbed);
    running = again;
  });

  test('makes its store again from the feed, byte for byte', async () => {
    const paths = undisturbed.filter((_, index) => index % 9 === 0).map((one) => `/v1/${one}`);
    const before = await answersOf(installation.delivery, [...paths, '/v1/fr/articles?limit=50', '/v1/vi/images']);
    expect((await installation.command('feed', 'rebuild')).stderr).toMatch(/^already-running: /m);
    running.child.kill('SIGTERM');
    await running.ended;
    const rebuilt = await installation.command('feed', 'rebuild', '--json');
    expect(rebuilt.status).toBe(0);
    running = installation.start();
    await running.until(banner);
    const after = await answersOf(installation.delivery, [...paths, '/v1/fr/articles?limit=50', '/v1/vi/images']);
    expect(after).toEqual(before);
  });

  test('stops when whoever started it is killed', async () => {
    running.child.kill('SIGKILL');
    await running.ended;
    for (let tries = 0; installation.leftBehind().length > 0 && tries < 200; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(installation.leftBehind()).toEqual([]);
  });

  test('does not begin anew on an empty database, whose gate would withdraw all that is public', async () => {
    const DATABASE_URL = `file:${join(installation.dataDir, 'another.db')}`;
    const { status, stderr } = await watch('src/cli/start.mjs', [], { ...installation.env, DATABASE_URL }).ended;
    expect(status).toBe(1);
    expect(stderr.trim()).toMatch(/^database-empty: .*another\.db.*DATA_DIR/);
  });

  test('comes back from what the guide says to keep, under a new key, with the same addresses and ids', async () => {
    const kept = ['studio', 'masters', 'gate', 'keys'];
    for (const name of await readdir(installation.dataDir)) {
      if (!kept.includes(name)) await rm(join(installation.dataDir, name), { recursive: true });
    }
    for (const name of ['gate.pem', 'trust.pem']) await rm(join(installation.dataDir, 'keys', name));
    Object.assign(installation.env, { FEED_SHARE_PORT: undefined, FEED_TOKEN_FILE: undefined });
    running = installation.start();
    await running.until(banner);
    expect(running.output()).not.toMatch(/Demo content|One-time password/);
    expect(await untilSame(installation.delivery, undisturbed)).toEqual(undisturbed);
    expect(await idsOf(installation.delivery, undisturbed)).toEqual(ids);
    running.child.kill('SIGTERM');
    await running.ended;
  });

  test('has a feed whose damage is named', async () => {
    const file = join(installation.dataDir, 'feed/segments/000001.json');
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace(/"payload":"(.)/, (_, first) => `"payload":"${first === 'A' ? 'B' : 'A'}`),
    );
    const { status, stdout } = await installation.command('feed', 'verify');
    expect(status).toBe(1);
    expect(stdout).toContain('segments/000001.json');
    expect((await installation.command('doctor')).status).toBe(1);
  });
});
