import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bounds, enterTry } from '#editorial/people/sessions/tries.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import { callerAt } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';

const whole = 'multipart/form-data; boundary=x';
const part = (name: string, value = '1') => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const form = (body: string, status = 400) => ({ type: whole, body: `${body}--x--\r\n`, status });
/** Milliseconds of the processor, whatever else it has to do: a hundred times what an ordinary form of this size costs. */
const bearable = 8_000;
/** Nearly as much as an ordinary request may bring. */
const much = 2_000_000;

/** Forms at which a reader could take longer than their size explains, and what is said of each. */
const formsThatCost = {
  'a boundary that ends as none does': () => ({ ...form(''), type: `${whole}${'x'.repeat(27)}!` }),
  'a boundary that is hardly anything but blanks': () => ({
    ...form(''),
    type: `${whole}${' '.repeat(8000)}x`,
    status: 400,
  }),
  'many parameters': () => ({ ...form(''), type: `${whole}${'; x="'.repeat(1500)}` }),
  'many pieces': () => form(Array.from({ length: 30_000 }, (_, n) => part(`${n}`)).join('')),
  'a name of quotes and strokes': () => form(part('"\\'.repeat(much / 2))),
  'a piece with many headers': () => form(`--x\r\n${'X-A: b\r\n'.repeat(much / 8)}\r\n1\r\n`),
  'beginnings of boundaries': () => form(part('email', '\r\n--'.repeat(much / 4))),
  'lists within lists': () => form(part('_payload', '['.repeat(much))),
  'no end': () => ({ ...form(''), body: part('email', 'x'.repeat(much)) }),
  'more than an ordinary request may bring': () => form(part('email', 'x'.repeat(2 * 1024 * 1024)), 413),
};

describe.each(databases)('tries to sign in on %s', (database) => {
  let studio: Studio;
  let person: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    person = await studio.person('editor');
  });
  afterAll(() => studio?.close());

  const from = (network: string) => ({ 'x-forwarded-for': network });
  const attempt = (password: string, headers: Record<string, string>, more: object = {}) =>
    studio.anonymous.post('/api/users/login', { email: person.email, password, ...more }, headers);

  it('R27 R45: are bounded for an account from one network, whatever else is sent, and leave every other network alone', async () => {
    const bad = '203.0.113.7';
    for (let count = 0; count < bounds.together; count++) {
      const invented = { 'x-forwarded-for': `10.0.0.${count}, ${bad}`, 'x-real-ip': `10.0.0.${count}` };
      const headers = { ...invented, 'user-agent': `${count}`, 'x-benthanh-network': `10.0.0.${count}` };
      const email = count % 2 ? person.email.toUpperCase() : ` ${person.email} `;
      expect((await attempt('wrong-password', headers, { email, username: `${count}` })).status).toBe(401);
    }
    expect((await attempt(person.password, from(bad))).body.code).toBe('sign-in-failed');
    expect((await attempt(person.password, from('198.51.100.9'))).status).toBe(200);
    const other = await studio.person('editor');
    const { email, password } = other;
    expect((await studio.anonymous.post('/api/users/login', { email, password }, from(bad))).status).toBe(200);
  });

  it('that succeed forget those of before; what came while shut makes nobody wait longer', async () => {
    const network = from('203.0.113.8');
    for (let round = 0; round < 3; round++) {
      for (let count = 0; count < bounds.together - 1; count++) await attempt('wrong-password', network);
      expect((await attempt(person.password, network)).status).toBe(200);
    }
    for (let count = 0; count < bounds.together + 5; count++) await attempt('wrong-password', network);
    const { payload } = studio;
    const later = new Date(Date.now() + bounds.window + 1000);
    expect((await enterTry(payload, person.email, '203.0.113.8', later)).isFree).toBe(true);
  });

  it('R27: of many accounts from one network are bounded as well', async () => {
    const { payload } = studio;
    const tries = Array.from({ length: bounds.network }, (_, count) =>
      enterTry(payload, `${count}@x.test`, '192.0.2.1'),
    );
    expect((await Promise.all(tries)).every(({ isFree }) => isFree)).toBe(true);
    expect((await attempt(person.password, from('192.0.2.1'))).status).toBe(401);
    expect((await attempt(person.password, from('192.0.2.2'))).status).toBe(200);
  });

  it.each(Object.entries(formsThatCost))(
    'R27: as a form with %s are answered soon, and hold nobody up',
    async (_, make) => {
      const { type, body, status } = make();
      const begun = process.cpuUsage();
      const init = { method: 'POST', headers: { 'content-type': type }, body };
      const [form, health] = await Promise.all([
        studio.anonymous.send('/api/users/login', init),
        studio.anonymous.get('/api/health'),
      ]);
      expect([form.status, health.status], JSON.stringify(form.body)).toEqual([status, 200]);
      expect(process.cpuUsage(begun).user / 1000).toBeLessThan(bearable);
    },
  );

  it('at the same time are no more than one after the other, for an account that is not there too', async () => {
    const { payload } = studio;
    for (const email of [person.email, 'nobody@studio.test']) {
      const enter = () => enterTry(payload, email, '192.0.2.9');
      const tried = await Promise.all(Array.from({ length: 3 * bounds.together }, enter));
      for (let count = 0; count < 2 * bounds.together; count++) tried.push(await enter());
      expect(tried.filter(({ isFree }) => isFree)).toHaveLength(bounds.together);
    }
  });

  it('are kept as fingerprints, for minutes', async () => {
    const { payload } = studio;
    await attempt('wrong-password', from('203.0.113.77'));
    const rows = () => payload.db.find({ collection: 'sign-in-tries', limit: 0, pagination: false });
    const text = JSON.stringify((await rows()).docs);
    expect(text).not.toContain(person.email);
    expect(text).not.toContain('203.0.113.77');
    const later = new Date(Date.now() + 3 * bounds.window);
    await enterTry(payload, 'x@x.test', '192.0.2.3', later);
    expect((await rows()).totalDocs).toBe(1);
  });

  it('are forgiven by an administrator, by nobody else', async () => {
    const network = from('203.0.113.10');
    for (let count = 0; count < bounds.together; count++) await attempt('wrong-password', network);
    expect((await attempt(person.password, network)).status).toBe(401);
    const { email } = person;
    const nobody = callerAt(studio.url, null);
    expect((await nobody.post('/api/users/unlock', { email })).body.code).toBe('sign-in-required');
    const officer = await studio.person('security-officer');
    expect((await officer.post('/api/users/unlock', { email })).body.code).toBe('forbidden');
    const administrator = await studio.person('administrator');
    expect((await administrator.post('/api/users/unlock', { email })).status).toBe(200);
    expect((await attempt(person.password, network)).status).toBe(200);
  });
});
