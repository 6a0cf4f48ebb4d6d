import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/lexical.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { type Attempt, attempts, rawAttempts } from './support/requests.ts';

/** The person who asks stays as they are; everything else may be written and deleted. */
const wouldEndThem = ({ method, path }: Attempt): boolean =>
  method !== 'GET' && path.startsWith('/api/users') && !path.endsWith('login');

describe.each(exhaustiveDatabases)('whatever somebody sends, on %s', (database) => {
  let studio: Studio;
  let everybody: Person;
  let article: string;
  beforeAll(async () => {
    studio = await startStudio({ database });
    everybody = await studio.person([
      'administrator',
      'editor',
      'publisher',
      'curator',
      'translator',
      'security-officer',
    ]);
    const text = { title: 'Chợ', summary: 'Chợ.', body: bodyOf(['Chợ']) };
    article = (await everybody.post('/api/articles?locale=vi&depth=0', text)).body.doc.id;
  });
  afterAll(() => studio?.close());

  const make = async ({ path, query, method, headers, body }: Attempt): Promise<void> => {
    const hasBody = method !== 'GET' && method !== 'HEAD';
    const sent = typeof body === 'string' ? body.replaceAll('{article}', article) : body;
    const address = `${path.replace('{article}', article)}?${query}`;
    const answer = await everybody.send(address, { method, headers, ...(hasBody && { body: sent as BodyInit }) });
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
    if (answer.status < 400 || method === 'HEAD') return;
    expect(typeof answer.body.code, `${answer.status} ${JSON.stringify(answer.body)}`).toBe('string');
  };

  it.each([
    ['objects of every shape', attempts],
    ['bytes of every kind', rawAttempts],
  ])('R11 R65: %s are never a fault of the studio', async (_what, some) => {
    const property = fc.asyncProperty(some, async (attempt) => {
      if (!wouldEndThem(attempt)) await make(attempt);
    });
    await fc.assert(property, { numRuns: 300, seed: 20_261_124, endOnFailure: true });
  });
});
