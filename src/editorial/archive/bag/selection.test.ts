import { describe, expect, test } from 'vitest';
import { Failure } from '#errors/failure.ts';
import { agenciesIn, readSelection, whereOf } from './selection.ts';

const references = {
  idOf: async (collection: string, slug: string) => {
    if (slug === 'nowhere') throw new Failure('slug-unknown', { named: slug });
    return `${collection}/${slug}`;
  },
  picturesIn: async (album: string) => [`one of ${album}`],
};
const asked = (text: string) => whereOf(readSelection(text), references);

test('all asks for nothing in particular', async () => {
  expect(await asked(' all ')).toEqual({ and: [] });
});

test('conditions are joined, and slugs found', async () => {
  expect(await asked('agency:bao-tang AND  topic:ben-cang\nAND place:cho AND id:0f0e-1 AND album:cho-xua')).toEqual({
    and: [
      { agency: { equals: 'agencies/bao-tang' } },
      { topics: { in: ['topics/ben-cang'] } },
      { places: { in: ['places/cho'] } },
      { id: { equals: '0f0e-1' } },
      { id: { in: ['one of cho-xua'] } },
    ],
  });
  expect(agenciesIn(readSelection('topic:a AND agency:b AND agency:c'))).toEqual(['b', 'c']);
});

test('a slug that is not there is named', async () => {
  await expect(asked('topic:nowhere')).rejects.toMatchObject({ code: 'slug-unknown', values: { named: 'nowhere' } });
});

describe('anything else is refused, with what can be asked', () => {
  test.each([
    '',
    'ALL',
    'person:x',
    'topic:',
    ':x',
    'topic:a,b',
    'topic:a OR topic:b',
    'topic:a and topic:b',
    'topic:a AND',
    'NOT id:a',
    'constructor:x',
    'id:$ne',
    "id:a' OR 1=1",
  ])('%j', async (text) => {
    const reading = async () => readSelection(text);
    const values = { kinds: 'id:…, agency:…, topic:…, place:…, album:…' };
    await expect(reading()).rejects.toMatchObject({ code: 'selection-unknown', values });
  });
});
