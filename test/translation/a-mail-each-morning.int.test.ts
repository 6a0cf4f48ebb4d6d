import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openMailer } from '#editorial/mail/mailer.ts';
import { sendDigests } from '#editorial/mail/send-digests.ts';
import { type MailServer, startMailServer, subjectOf, wordsOf } from '../support/mail-server.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { give, inboxOf, raise } from './support/given.ts';
import { begin, publish, source } from './support/workbench.ts';

const morning = (day: string, time = '00:00') => new Date(`${day}T${time}:00Z`);

describe.each(databasesInTurn)('the mail of each morning, on %s', (database) => {
  let studio: Studio;
  let server: MailServer;
  let editor: Person;
  let publisher: Person;
  let officer: Person;
  let lan: Person;
  let nam: Person;
  beforeAll(async () => {
    server = await startMailServer();
    studio = await startStudio({ database });
    editor = await studio.person('editor', { name: 'Thư' });
    publisher = await studio.person('publisher', { name: 'Việt', clearance: 'restricted', publishes: ['vi', 'fr'] });
    officer = await studio.person('security-officer', { clearance: 'restricted' });
    lan = await studio.person('translator', { name: 'Lan', language: 'vi', clearance: 'restricted' });
    nam = await studio.person('translator', { name: 'Nam', language: 'fr' });
    for (const who of [lan, nam]) {
      const wants = await who.patch(`/api/users/${who.id}`, { dailyMail: true });
      expect(wants.status, JSON.stringify(wants.body)).toBe(200);
    }
  }, 120_000);
  afterEach(() => {
    server.taken.length = 0;
    server.refused.clear();
  });
  afterAll(async () => {
    await studio?.close();
    await server?.[Symbol.asyncDispose]();
  });

  const sending = (port = server.port) => {
    const mail = { host: '127.0.0.1', port, isEncrypted: false, user: '', from: 'studio@city.test', hour: 7 };
    return { payload: studio.payload, mailer: openMailer(mail), studioUrl: 'https://studio.test', hour: 7 };
  };
  const send = (now: Date, port?: number) => sendDigests(sending(port), now);

  it('does not go out before its hour in the city, nor to anybody for whom nothing waits', async () => {
    expect(await send(morning('2031-03-01', '00:00'))).toEqual({ sent: 0, nothing: 2, failed: 0 });
    await give(editor, await begin(editor), { translator: lan.id });
    expect(await send(morning('2031-03-01', '05:00'))).toEqual({ sent: 0, nothing: 0, failed: 0 });
    expect(await send(new Date('2031-03-01T23:59:00Z'))).toEqual({ sent: 0, nothing: 0, failed: 0 });
    expect(server.taken).toEqual([]);
  });

  it('R55: says how much waits, names what is public alone, and holds nothing that is not', async () => {
    const open = await begin(editor, { ...source, title: 'Phố đi bộ' });
    await publish(publisher, open, 'vi');
    const { revision } = (await editor.get(`/api/articles/${open}?locale=vi&draft=true&depth=0`)).body;
    await editor.patch(`/api/articles/${open}?locale=vi`, { title: 'CANARY-nháp', revision });
    const inner = await begin(editor, { ...source, title: 'CANARY-nội bộ' });
    const secret = await begin(editor, { ...source, title: 'CANARY-hạn chế' });
    for (const id of [open, inner, secret])
      await give(editor, id, { translator: lan.id, due: '2031-03-02', note: 'CANARY' });
    await raise(officer, editor, secret);
    expect((await inboxOf(lan)).translate).toHaveLength(4);
    expect(await send(morning('2031-03-04'))).toEqual({ sent: 1, nothing: 1, failed: 0 });
    const [mail] = server.taken;
    if (!mail) throw new Error('no mail');
    expect([mail.to, subjectOf(mail)]).toEqual([lan.email, 'Bến Thành: 3 việc đang chờ bạn']);
    const words = wordsOf(mail);
    expect(words).toMatch(/2 việc quá hạn[\s\S]*1 bản cần dịch[\s\S]*Phố đi bộ · Français · hạn 02\/03\/2031/);
    expect(words).toContain(`https://studio.test/admin/translate/articles/${open}/fr`);
    expect(words).toMatch(/<a href="https:&#47;|<a href="https:\/\/studio\.test\/admin\/inbox"/);
    for (const hidden of [/CANARY/, new RegExp(inner), new RegExp(secret)])
      expect(`${mail.raw}${words}${subjectOf(mail)}`).not.toMatch(hidden);
    expect(mail.raw).toMatch(/^Auto-Submitted: auto-generated/m);
  });

  it('goes out once, whatever studios send it and however often', async () => {
    const day = '2031-03-05';
    const rounds = await Promise.all([send(morning(day)), send(morning(day)), send(morning(day, '06:00'))]);
    expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
    expect(await send(morning(day, '09:00'))).toEqual({ sent: 0, nothing: 0, failed: 0 });
    expect(server.taken.map(({ to }) => to)).toEqual([lan.email]);
    const again = await send(morning('2031-03-06'));
    expect([again.sent, server.taken.length]).toEqual([1, 2]);
  });

  it('is not sent a second time by whoever comes after a process that was killed while it handed it over', async () => {
    const day = '2031-03-07';
    const data = { day, person: lan.id, state: 'handed-over', tries: 1, at: new Date().toISOString() };
    await studio.payload.db.create({
      collection: 'digests',
      customID: `${day}/${lan.id}`,
      data: { ...data, id: `${day}/${lan.id}` },
    });
    // Killed a step earlier, it leaves a claim: nobody is in the way of the others
    const holder = { token: 'gone', pid: 2 ** 22 + 1, host: (await import('node:os')).hostname(), started: '0' };
    const claim = { token: 'gone', holder, beat: 0, at: new Date().toISOString() };
    const name = `mail/${day}/${nam.id}`;
    await studio.payload.db.create({ collection: 'claims', customID: name, data: { ...claim, id: name } });
    await give(editor, await begin(editor, { ...source, title: 'Cho Nam' }), { translator: nam.id }, 'en');
    expect(await send(morning(day))).toEqual({ sent: 1, nothing: 0, failed: 0 });
    expect(server.taken.map(({ to }) => to)).toEqual([nam.email]);
    expect(subjectOf(server.taken[0] as never)).toBe('Bến Thành\u00A0: 1 élément en attente');
  });

  it('is tried again when the server was down, and says so in the inbox until then', async () => {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
    const now = new Date(`${day}T08:00:00+07:00`);
    const { port } = server;
    await server[Symbol.asyncDispose]();
    expect(await send(now, port)).toEqual({ sent: 0, nothing: 0, failed: 1 });
    const failed = await Promise.all([lan, nam].map(async (who) => (await inboxOf(who)).mailFailed));
    expect(failed.filter(Boolean)).toHaveLength(1);
    server = await startMailServer(port);
    expect(await send(now)).toEqual({ sent: 2, nothing: 0, failed: 0 });
    expect((await Promise.all([lan, nam].map(inboxOf))).map(({ mailFailed }) => mailFailed)).toEqual([false, false]);
  });

  it('reaches the others when the server does not want that of one', async () => {
    server.refused.add([lan, nam].sort((one, other) => one.id.localeCompare(other.id))[0]?.email ?? '');
    expect(await send(morning('2031-03-08'))).toEqual({ sent: 1, nothing: 0, failed: 1 });
    server.refused.clear();
    expect(await send(morning('2031-03-08', '02:00'))).toEqual({ sent: 1, nothing: 0, failed: 0 });
  });

  it('goes to nobody who does not want it any more, or may not come in', async () => {
    await lan.patch(`/api/users/${lan.id}`, { dailyMail: false });
    const data = { disabled: true } as never;
    await studio.payload.update({ collection: 'users', id: nam.id, data, overrideAccess: true });
    expect(await send(morning('2031-03-09'))).toEqual({ sent: 0, nothing: 0, failed: 0 });
  });
});
