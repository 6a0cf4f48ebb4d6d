import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMailer } from '#editorial/mail/mailer.ts';
import { sendDigests } from '#editorial/mail/send-digests.ts';
import { newSigningKey } from '#feed/keys.ts';
import { completeText } from '../support/lexical.ts';
import { startMailServer, subjectOf, wordsOf } from '../support/mail-server.ts';
import { exhaustiveDatabases } from '../support/studio.ts';
import { type Caller, callerAt } from '../support/studio-caller.ts';
import { give } from '../translation/support/given.ts';
import { openRoad, type Road } from '../whole-road/support/road.ts';
import { type Apart, startApart } from './support/apart.ts';
import { openSearch } from './support/disguises.ts';
import { doorsOf } from './support/doors.ts';
import { type HiddenWorld, hide } from './support/hidden-world.ts';
import { pairsOf } from './support/walk.ts';

const studioProgram = join(import.meta.dirname, 'support/talkative-studio.ts');
const gateProgram = join(import.meta.dirname, '../../src/editorial/gate/main.ts');

/** What leaves a process beside its answers: its outputs, mails, temporary files, and what it says when it fails. */
describe.each(exhaustiveDatabases)('R55: aside of every answer, on %s', (database) => {
  let road: Road;
  let world: HiddenWorld;
  let search: (said: string | Buffer) => string[];
  let apart: Apart;
  let keeper: Caller;
  const place = (name: string) => join(road.studio.folder, name);
  beforeAll(async () => {
    road = await openRoad(database);
    world = await hide(road.studio);
    search = openSearch([...world.words.values()]);
    const orders = place('talkative.json');
    await writeFile(orders, JSON.stringify({ ...road.studio.values, logLevel: 'trace' }));
    apart = await startApart(studioProgram, [orders], place('studio-tmp'));
    const [{ url }] = (await once(apart.child, 'message')) as [{ url: string }];
    keeper = callerAt(url, world.keeper.token);
  }, 120_000);
  afterAll(async () => {
    await apart?.[Symbol.asyncDispose]();
    await road?.[Symbol.asyncDispose]();
  });

  const wordOf = (where: string): string => world.words.get(where) ?? '';
  const told = () => search(apart.said());

  it('a studio that shows all of it to whoever may read it, and refuses what is wrong with it, says no word of it', async () => {
    const shown = new Set<string>();
    const query = '?locale=all&draft=true&depth=1&limit=50';
    for (const door of doorsOf(road.studio.payload))
      if (door.method === 'get' && /:id|preview/.test(door.path))
        for (const { hidden } of pairsOf(door, world))
          for (const word of search(JSON.stringify((await keeper.get(`${hidden}${query}`)).body))) shown.add(word);
    expect(shown.size).toBeGreaterThan(12);
    const [article] = world.ids.articles;
    const wrong = { title: `${wordOf('article title')}\u0000`, [wordOf('basis')]: wordOf('reason') };
    expect((await keeper.patch(`/api/articles/${article}?locale=vi`, wrong)).status).toBe(400);
    expect((await keeper.get(`/api/articles?where[${wordOf('basis')}][equals]=${wordOf('reason')}`)).status).toBe(400);
    expect(apart.said()).toContain('"level":30');
    expect(told()).toEqual([]);
  });

  it('R56: nor does it leave a file of it where temporary files go, while it takes pictures in or afterwards', async () => {
    const described = { title: wordOf('picture title'), alt: wordOf('alt') };
    const picture = await road.upload({ ...world.keeper, ...keeper }, `${wordOf('file')} 2`, described);
    for (const what of ['file?width=320', 'zoom/0/0/0', 'embedded'])
      await keeper.get(`/api/images/${picture.id}/${what}`);
    const left = await apart.temporary();
    expect(left.filter(([, bytes]) => search(bytes).length > 0).map(([name]) => name)).toEqual([]);
  });

  it('nor does a database that fails at it make it tell', async () => {
    if (database !== 'sqlite') return;
    const { client } = road.studio.payload.db as unknown as { client: { execute(sql: string): Promise<unknown> } };
    const named = { title: wordOf('article title'), summary: wordOf('article summary') };
    await client.execute('ALTER TABLE _articles_v RENAME TO away');
    try {
      expect((await keeper.post('/api/articles?locale=vi', named)).status).toBeGreaterThanOrEqual(500);
    } finally {
      await client.execute('ALTER TABLE away RENAME TO _articles_v');
    }
    await apart.until(/"level":50/);
    expect(told()).toEqual([]);
  });

  it.each(['said', 'rejected', 'thrown'] as const)(
    'nor does an error with its words that is %s where nobody catches it',
    async (kind) => {
      const before = apart.said().length;
      apart.fault([...world.words.values()].join(' '), kind);
      await expect.poll(() => apart.said().slice(before)).toMatch(/"frames":\["at /);
      expect(told()).toEqual([]);
      expect((await keeper.get('/api/users/me')).status).toBe(200);
    },
  );

  it('nor does a gate that ends on one', async () => {
    const { databaseUrl, mastersDir, studioUrl, publicUrl, compartments } = road.studio.values;
    const env = {
      ...{ DATABASE_URL: databaseUrl, MASTERS_DIR: mastersDir, STUDIO_URL: studioUrl, PUBLIC_URL: publicUrl },
      ...{ DATA_DIR: place('gate-data'), FEED_URL: place('gate-feed'), COMPARTMENTS: compartments.join(',') },
      ...{ SIGNING_KEY_FILE: place('gate.pem'), LOG_LEVEL: 'trace', NODE_ENV: 'production' },
    };
    await writeFile(env.SIGNING_KEY_FILE, newSigningKey().export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    await using gate = await startApart(gateProgram, [], place('gate-tmp'), env);
    await gate.until(/the gate is open/);
    gate.fault([...world.words.values()].join(' '), 'thrown');
    await once(gate.child, 'exit');
    expect([gate.child.exitCode, search(gate.said())]).toEqual([1, []]);
    expect(gate.said()).toContain('the gate stops');
    for (const [name, bytes] of await gate.temporary()) expect(search(bytes), name).toEqual([]);
  });

  it('nor any mail, with its headers, to somebody who may know all of it', async () => {
    await using server = await startMailServer();
    const { keeper: knowing } = world;
    expect((await knowing.patch(`/api/users/${knowing.id}`, { dailyMail: true })).status).toBe(200);
    const { id } = await road.create(road.people.editor, 'articles', completeText('Chợ đêm'));
    await give(road.people.editor, id, { translator: knowing.id, due: '2031-01-01', note: wordOf('work') });
    const mail = {
      host: '127.0.0.1',
      port: server.port,
      isEncrypted: false,
      user: '',
      from: 'studio@city.test',
      hour: 7,
    };
    const sending = {
      payload: road.studio.payload,
      mailer: openMailer(mail),
      studioUrl: 'https://studio.test',
      hour: 7,
    };
    await sendDigests(sending, new Date('2031-01-02T02:00:00Z'));
    expect(server.taken.map(({ to }) => to)).toEqual([knowing.email]);
    const looks = server.taken.flatMap((one) => [
      one.raw,
      one.raw.replace(/=?\r\n[ \t]?/g, ''),
      wordsOf(one),
      subjectOf(one),
    ]);
    expect(looks.flatMap(search)).toEqual([]);
  });
});
