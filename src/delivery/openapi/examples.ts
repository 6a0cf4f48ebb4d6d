import type { RecordType } from '#record/common.ts';
import { viewBody } from '../views/body.ts';
import { viewCard } from '../views/card.ts';
import type { Lens } from '../views/lens.ts';
import { exampleRecords } from './example-records.ts';

export const exampleLens: Lens = {
  now: '2026-03-02T00:00:00.000Z',
  publicUrl: 'https://api.example.org',
  fallback: ['vi', 'en', 'fr', 'zh-Hans'],
  record: (id) => exampleRecords.find((record) => record.id === id) ?? null,
  album: {
    contents: (id) => {
      const record = exampleRecords.find((each) => each.id === id);
      const members = record?.type === 'album' ? record.members : [];
      return { count: members.length, first: members };
    },
    shows: () => true,
    children: () => [],
  },
};

const meta = { sequence: 1204 };

const cardOf = (type: RecordType): object => {
  const record = exampleRecords.find((each) => each.type === type);
  return (record && viewCard(record, ['en'], 'en', exampleLens)) ?? {};
};

/** A whole document of a type, in English. */
export const exampleDocument = (type: RecordType): object => {
  const [edition] = exampleRecords.find((each) => each.type === type)?.editions.en ?? [];
  const body = edition && 'body' in edition ? { body: viewBody(edition.body, 'en', exampleLens) } : {};
  return { data: { ...cardOf(type), ...body }, meta };
};

/** A page of cards of a type, in English. */
export const exampleList = (type: RecordType): object => ({
  data: [cardOf(type)],
  page: { next: null, limit: 20 },
  meta,
});
