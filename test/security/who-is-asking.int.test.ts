import { jwtSign } from 'payload';
import { getSafeRedirect } from 'payload/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/lexical.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import { callerAt } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';

describe.each(databases)('who is asking, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let article: string;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor');
    const text = { title: 'Nháp kín', summary: 'N.', body: bodyOf(['N']) };
    article = (await editor.post('/api/articles?locale=vi&depth=0', text)).body.doc.id;
  });
  afterAll(() => studio?.close());

  const claims = () => ({ id: editor.id, collection: 'users', email: editor.email });
  /** A signed token, but for a header that says that nothing signs it. */
  const unsigned = (token: string): string => {
    const [header = '', told] = token.split('.');
    const said: object = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
    return `${Buffer.from(JSON.stringify({ ...said, alg: 'none' })).toString('base64url')}.${told}.`;
  };

  it('R22: a token holds nothing of what a person may, and what it claims besides opens nothing', async () => {
    expect(editor.token).toMatch(/^[\w-]{43}$/);
    const fieldsToSign = {
      ...claims(),
      ...{ roles: ['administrator', 'security-officer'], clearance: 'tuyet_mat', compartments: ['metro'] },
      ...{ disabled: false, mustChangePassword: false, user: { roles: ['administrator'] } },
    };
    const { token } = await jwtSign({ fieldsToSign, secret: studio.payload.secret, tokenExpiration: 60 });
    const liar = callerAt(studio.url, token);
    expect((await liar.get('/api/users/me')).body.user).toBeNull();
    expect((await liar.get('/api/audit')).status).toBe(401);
    expect(
      (await liar.post('/api/users', { email: 'x@city.test', name: 'X', password: 'long-enough-word' })).status,
    ).toBe(401);
  });

  it('R26: a preview opens for whoever may read the draft, and leaves no cookie', async () => {
    const shut = await studio.person('editor');
    await studio.payload.update({ collection: 'users', id: shut.id, data: { disabled: true } });
    const past = await studio.logIn(editor.email, editor.password);
    expect((await callerAt(studio.url, past).post('/api/users/logout')).status).toBe(200);
    const { secret } = studio.payload;
    const { token: signed } = await jwtSign({ fieldsToSign: claims(), secret, tokenExpiration: 60 });
    const path = `/api/preview/articles/${article}?locale=vi`;
    for (const token of [null, shut.token, past, signed, unsigned(signed), `${editor.token}x`, 'x']) {
      const answer = await callerAt(studio.url, token).get(path);
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null]);
      expect(JSON.stringify(answer.body)).not.toContain('Nháp');
    }
    for (const more of ['&secret=x', '&previewSecret=x', '&slug=x', '&token=x'])
      expect((await studio.anonymous.get(path + more)).status).toBeGreaterThan(399);
    const stranger = await studio.person('editor', { clearance: 'public' });
    expect((await stranger.get(path)).status).toBe(404);
    const mine = await editor.get(path);
    expect([mine.status, mine.headers.get('set-cookie')]).toEqual([200, null]);
    expect(mine.body).toContain('Nháp');
  });

  it('R28: signing in leads nowhere else', async () => {
    const outside = ['https://evil.test', '//evil.test', '/\\evil.test', 'javascript:alert(1)', 'http:evil.test'];
    const { email, password } = await studio.person('editor');
    for (const to of outside) {
      const query = `redirect=${encodeURIComponent(to)}`;
      for (const path of ['/api/users/login', '/api/users/logout']) {
        const answer = await studio.anonymous.post(`${path}?${query}`, { email, password });
        expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 400, null]);
      }
      expect(getSafeRedirect({ redirectTo: to, fallbackTo: '/admin' })).toBe('/admin');
    }
    expect(getSafeRedirect({ redirectTo: '/admin/collections/articles', fallbackTo: '/admin' })).toContain('articles');
  });

  it('R45: attempts count for the account and the network, whatever a client says of itself', async () => {
    const { email, password } = await studio.person('translator');
    const attempt = (word: string, n: number) => {
      const from = `198.51.100.${n}`;
      const headers = {
        // The proxy in front of the studio adds the last; all others are the client’s own words
        'x-forwarded-for': `${from}, 203.0.113.45`,
        'x-real-ip': from,
        forwarded: `for=${from}`,
        'user-agent': `agent ${n}`,
      };
      const address = n % 2 ? email : ` ${email.toUpperCase()} `;
      return studio.anonymous.post('/api/users/login', { email: address, password: word }, headers);
    };
    for (let n = 0; n < 14; n += 1) expect((await attempt('wrong-password', n)).body.code).toBe('sign-in-failed');
    const right = await attempt(password, 77);
    expect([right.status, right.body.code]).toEqual([401, 'sign-in-failed']);
  });
});
