import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import { type Caller, callerAt } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';
import { firstStep } from './support/authenticator.ts';
import { addPasskey, enterBy, type Lie, type Passkey, passkeyOf } from './support/passkey.ts';

const lies: readonly (readonly [string, Lie])[] = [
  ['for another address', { origin: 'https://studio.test.evil.example' }],
  ['for another installation', { rpId: 'evil.example' }],
  ['without having recognised its person', { recognised: false }],
  ['a challenge of its own', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
  ['something else', { type: 'payment.get' }],
];

describe.each(databasesInTurn)('passkeys on %s', (database) => {
  let studio: Studio;
  let person: Person;
  let passkey: Passkey;
  beforeAll(async () => {
    studio = await startStudio({ database, values: { secondFactor: { from: 'restricted', roles: ['publisher'] } } });
    person = await studio.person('editor');
    passkey = passkeyOf(person.id);
  });
  afterAll(() => studio?.close());

  const statusOf = async (who: Caller) => (await who.get('/api/articles')).status;
  const sessionOf = async (who: Caller) =>
    (await who.get('/api/account/sessions')).body.sessions.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent);
  /** Long after whoever sits there has proven themselves. */
  const later = async (who: Caller) => {
    const data = { provenAt: new Date(Date.now() - 10 * 60 * 1000).toISOString() };
    const { id } = await sessionOf(who);
    await studio.payload.db.updateOne({ collection: 'sessions', id, data, returning: false });
  };

  it('are set up with a name and bring recovery codes, and their person alone sees them', async () => {
    const made = await addPasskey(person, passkey);
    expect([made.status, made.body.codes?.length], JSON.stringify(made.body)).toEqual([200, 10]);
    const { body } = await person.get('/api/account/factors');
    expect(body.factors).toMatchObject([{ kind: 'passkey', name: 'Điện thoại', usedAt: null }]);
    expect(JSON.stringify(body)).not.toContain(passkey.id);
    const { options } = (await person.post('/api/account/passkeys/challenge')).body;
    expect(options.excludeCredentials).toMatchObject([{ id: passkey.id }]);
    expect(options).toMatchObject({ rp: { id: 'studio.test' }, attestation: 'none' });
    expect(options.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' });
    expect(Buffer.from(options.challenge, 'base64url').byteLength).toBeGreaterThanOrEqual(32);
  });

  it('let in whoever they are of, who says nothing else, and are the second factor with it', async () => {
    const entered = await enterBy(studio.anonymous, passkey);
    expect(entered.status, JSON.stringify(entered.body)).toBe(200);
    expect(entered.body.user.id).toBe(person.id);
    expect(await statusOf(callerAt(studio.url, entered.body.token))).toBe(200);
    const publisher = await studio.person('publisher');
    expect((await publisher.get('/api/articles')).body.code).toBe('second-factor-required');
    const theirs = passkeyOf(publisher.id);
    expect((await addPasskey(publisher, theirs)).status).toBe(200);
    expect(await statusOf(publisher)).toBe(200);
    const { token } = (await enterBy(studio.anonymous, theirs)).body;
    expect(await statusOf(callerAt(studio.url, token))).toBe(200);
  });

  it('R13: are asked for after the password, each person’s own, and a challenge once', async () => {
    const ticket = await firstStep(studio.anonymous, person);
    const ask = async () => (await studio.anonymous.post('/api/users/login/second-challenge', { ticket })).body.options;
    const show = (shown: object) => studio.anonymous.post('/api/users/login/second', { ticket, shown });
    const other = await studio.person('editor');
    const theirs = passkeyOf(other.id);
    await addPasskey(other, theirs);
    const options = await ask();
    expect(options.allowCredentials).toMatchObject([{ id: passkey.id }]);
    expect((await show(theirs.show(options))).body.code).toBe('passkey-failed');
    expect((await show(passkey.show(options))).body.code).toBe('passkey-failed');
    const entered = await show(passkey.show(await ask(), { userHandle: null }));
    expect([entered.status, await statusOf(callerAt(studio.url, entered.body.token))]).toEqual([200, 200]);
    expect((await show(passkey.show(options))).body.code).toBe('step-over');
  });

  it('prove once more who sits there, in that session alone', async () => {
    const again = callerAt(studio.url, (await enterBy(studio.anonymous, passkey)).body.token);
    const another = callerAt(studio.url, (await enterBy(studio.anonymous, passkey)).body.token);
    await Promise.all([later(again), later(another)]);
    expect((await again.post('/api/account/recovery-codes')).body.code).toBe('step-up-required');
    const { ticket, options } = (await again.post('/api/account/prove-challenge')).body;
    const shown = passkey.show(options);
    expect((await another.post('/api/account/prove', { ticket, shown })).body.code).toBe('passkey-failed');
    expect((await again.post('/api/account/prove', { ticket, shown })).status).toBe(200);
    expect((await again.post('/api/account/prove', { ticket, shown })).body.code).toBe('passkey-failed');
    expect((await again.post('/api/account/recovery-codes')).status).toBe(200);
    expect((await another.post('/api/account/recovery-codes')).body.code).toBe('step-up-required');
  });

  it('R13: sign a challenge once: what was signed lets nobody in again, and of two at the same time one', async () => {
    const { ticket, options } = (await studio.anonymous.post('/api/users/login/passkey-challenge')).body;
    const enter = (shown: object) => studio.anonymous.post('/api/users/login/passkey', { ticket, shown });
    const [one, two] = [passkey.show(options), passkey.show(options)];
    const both = await Promise.all([enter(one), enter(two)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await enter(passkey.show(options))).body.code).toBe('step-over');
    const second = (await studio.anonymous.post('/api/users/login/passkey-challenge')).body;
    const shown = passkey.show(options);
    const replayed = await studio.anonymous.post('/api/users/login/passkey', { ticket: second.ticket, shown });
    expect(replayed.body.code).toBe('passkey-failed');
  });

  it('R43: asking for a challenge keeps nothing, however often strangers ask', async () => {
    const kept = async () => (await studio.payload.db.count({ collection: 'pending-steps', where: {} })).totalDocs;
    const before = await kept();
    for (let count = 0; count < 30; count++)
      expect((await studio.anonymous.post('/api/users/login/passkey-challenge')).status).toBe(200);
    expect(await kept()).toBe(before);
  });

  it.each([
    ...lies,
    ['with another key', { signature: Buffer.alloc(70, 1) }],
    ['and counts backwards, as a copy would', { counter: 1 }],
    ['as somebody else', { userHandle: 'somebody-else' }],
    ['as nobody', { userHandle: null }],
  ] as const)('R22: let nobody in who signs %s', async (_what, lie) => {
    const refused = await enterBy(studio.anonymous, passkey, lie);
    expect([refused.status, refused.body.code, refused.headers.getSetCookie()]).toEqual([401, 'passkey-failed', []]);
  });

  it.each([...lies, ['with a statement of a maker', { format: 'packed' }]] as const)(
    'R22: are not kept where one is made %s',
    async (_what, lie) => {
      const other = await studio.person('editor');
      const refused = await addPasskey(other, passkeyOf(other.id), lie);
      expect([refused.status, refused.body.code]).toEqual([401, 'passkey-failed']);
      expect((await other.get('/api/account/factors')).body).toMatchObject({ factors: [], codes: 0 });
    },
  );

  it('belong to one person: known, unknown and taken ones say the same', async () => {
    const other = await studio.person('editor');
    expect((await addPasskey(other, passkey)).body.code).toBe('passkey-failed');
    const [known, unknown] = [await enterBy(studio.anonymous, passkey, { recognised: false }), passkeyOf(person.id)];
    const refused = await enterBy(studio.anonymous, unknown);
    expect([refused.status, refused.body]).toEqual([known.status, known.body]);
    const begun = (await person.post('/api/account/passkeys/challenge')).body;
    const made = passkeyOf(other.id).make(begun.options);
    const stolen = await other.post('/api/account/passkeys', { ticket: begun.ticket, name: '', made });
    expect(stolen.body.code).toBe('step-over');
  });

  it('are worth nothing once they are removed, or their person is shut out', async () => {
    const other = await studio.person('editor');
    const theirs = passkeyOf(other.id);
    await addPasskey(other, theirs);
    await studio.payload.update({ collection: 'users', id: other.id, data: { disabled: true } });
    expect((await enterBy(studio.anonymous, theirs)).body.code).toBe('passkey-failed');
    const { factors } = (await person.get('/api/account/factors')).body;
    expect((await person.delete(`/api/account/factors/${factors[0].id}`)).status).toBe(200);
    expect((await enterBy(studio.anonymous, passkey)).body.code).toBe('passkey-failed');
  });

  it('leave lines: made, refused, signed in', async () => {
    const other = await studio.person('editor');
    const theirs = passkeyOf(other.id);
    await addPasskey(other, theirs, { recognised: false });
    await addPasskey(other, theirs);
    await enterBy(studio.anonymous, theirs, { recognised: false });
    await enterBy(studio.anonymous, theirs);
    const { lines } = (await other.get('/api/account/activity')).body;
    const told = lines.map((line: Record<string, unknown>) =>
      `${line.action} ${line.outcome} ${line.code ?? ''}`.trim(),
    );
    expect(told.toReversed().slice(2)).toEqual([
      'add-factor refused passkey-failed',
      'add-factor done',
      'log-in refused passkey-failed',
      'log-in done',
    ]);
  });
});
