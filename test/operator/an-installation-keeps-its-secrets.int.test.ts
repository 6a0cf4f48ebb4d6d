import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isLongRun } from '../support/exhaustive-files.ts';
import { grant } from '../support/grant.ts';
import { freshMongoUrl, type Installation, newInstallation, type Running } from '../support/installation.ts';
import { bodyOf } from '../support/lexical.ts';
import { type Caller, callerAt } from '../support/studio-caller.ts';
import {
  asksOf,
  asksOfNobody,
  asksOfReaders,
  type Canaries,
  type Hidden,
  made,
  openCanaries,
  raise,
  writeHidden,
} from './support/canaries.ts';

const mongo = isLongRun ? process.env.MONGODB_URI : undefined;
const databases = ['SQLite', ...(mongo ? ['MongoDB'] : [])];

interface Person extends Caller {
  readonly id: string;
}

/** A studio as it runs in production, which logs all that it can. */
describe.each(databases)('an installation on %s keeps its secrets', (database) => {
  let installation: Installation;
  let running: Running;
  let canaries: Canaries;
  let officer: Person;
  let writer: Person;
  let stranger: Person;
  let hidden: Hidden;
  beforeAll(async () => {
    canaries = openCanaries();
    const url = mongo && database === 'MongoDB' ? { DATABASE_URL: freshMongoUrl(mongo) } : {};
    installation = await newInstallation({ LOG_LEVEL: 'trace', ...url });
    running = installation.start('--without-demo');
    await running.until(/Stop\s+Ctrl-C/);
    const [, email = ''] = /Administrator\s+(\S+@\S+)/.exec(running.output()) ?? [];
    const [, given = ''] = /One-time password\s+(\S+)/.exec(running.output()) ?? [];
    canaries.note('one-time password', given);
    const administrator = await enter(email, given);
    officer = await admit(administrator, ['security-officer', 'publisher']);
    writer = await admit(administrator, ['editor', 'curator', 'security-officer']);
    stranger = await admit(administrator, ['editor']);
    await grant([officer, administrator], writer.id, { clearance: 'restricted' });
    hidden = await writeHidden(writer, canaries);
  });
  afterAll(() => installation?.[Symbol.asyncDispose]());

  /** Signs somebody in who then chooses a password of their own. */
  const enter = async (email: string, given: string): Promise<Person> => {
    const nobody = callerAt(installation.studio, null);
    const logIn = async (password: string) => (await nobody.post('/api/users/login', { email, password })).body;
    const first = await logIn(given);
    const password = canaries.of(`password of ${email}`);
    made(await callerAt(installation.studio, first.token).patch(`/api/users/${first.user.id}`, { password }));
    const { token, user } = await logIn(password);
    canaries.note(`token of ${email}`, token);
    return { ...callerAt(installation.studio, token), id: user.id };
  };

  const admit = async (administrator: Person, roles: string[]): Promise<Person> => {
    const email = `${randomUUID()}@studio.test`;
    const password = canaries.of(`password that ${email} was given`);
    made(await administrator.post('/api/users', { email, name: email, password, roles, publishes: ['vi'] }));
    return enter(email, password);
  };

  const untilStatus = async (path: string, status: number): Promise<void> => {
    while ((await fetch(`${installation.delivery}${path}`)).status !== status) await sleep(50);
  };

  test('opening the page of a document leaves a line where it is missing or hidden, the same for both', async () => {
    const nowhere = randomUUID();
    const { id: open } = made(await stranger.post('/api/articles?locale=vi&depth=0', { title: 'Chợ đêm' }));
    const answers: number[] = [];
    for (const id of [open, hidden.article, nowhere])
      for (const page of ['', '/versions'])
        answers.push((await stranger.get(`/admin/collections/articles/${id}${page}`)).status);
    expect(answers.slice(2, 4)).toEqual(answers.slice(4));
    await stranger.get('/admin/collections/articles/create');
    await stranger.get(`/admin/collections/images/${hidden.image}`);
    const { body } = await officer.get(
      `/api/audit?limit=50&sort=at&where[outcome][equals]=refused&where[actor][equals]=${stranger.id}`,
    );
    const lines = body.docs.map(({ action, collection, documentId, outcome, code, times }: Record<string, unknown>) =>
      [action, collection, documentId, outcome, code, times].join(' '),
    );
    expect(lines).toEqual([
      `read articles ${hidden.article} refused not-found 2`,
      `read articles ${nowhere} refused not-found 2`,
      `read images ${hidden.image} refused not-found 1`,
    ]);
  });

  test('no log has a word of a document that is not public, of what was searched for, a password or a token', async () => {
    const word = canaries.of('withdrawn');
    const text = { title: word, summary: word, body: bodyOf([word]) };
    const withdrawn = made(await writer.post('/api/articles?locale=vi&depth=0', text));
    made(await officer.post(`/api/articles/${withdrawn.id}/publish`, { locale: 'vi' }));
    await untilStatus(`/v1/vi/articles/${word}`, 200);
    await raise(writer, withdrawn.marking, canaries.of('basis'));
    await untilStatus(`/v1/vi/articles/${word}`, 410);
    const asks = [
      ...[writer, officer, stranger].flatMap((who) => asksOf(who, hidden, canaries)),
      ...asksOfNobody(installation.studio, canaries),
      ...asksOfReaders(installation.delivery, canaries),
    ];
    for (const ask of asks) expect((await ask()).status).toBeLessThan(500);
    running.child.kill('SIGINT');
    const { stdout, stderr } = await running.ended;
    const folder = join(installation.dataDir, 'logs');
    const names = (await readdir(folder)).sort();
    expect(names).toEqual(['delivery.log', 'gate.log', 'prepare.log', 'studio.log']);
    const logs = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    // The one-time password is shown once, to whoever started the installation
    const shown = stdout.replace(canaries.get('one-time password') ?? '', '');
    for (const [index, told] of [...logs, shown, stderr].entries()) {
      const found = [...canaries].filter(([, one]) => told.toLowerCase().includes(one.toLowerCase()));
      expect(
        found.map(([place]) => place),
        names[index] ?? 'what the operator reads',
      ).toEqual([]);
    }
    // And they do tell something
    expect(logs[names.indexOf('studio.log')]).toContain('revision-conflict');
    expect(logs[names.indexOf('gate.log')]).toContain('the gate is open');
  });
});
