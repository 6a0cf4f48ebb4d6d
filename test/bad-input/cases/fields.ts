import { type Case, endless, nowhere } from './case.ts';

const article = (what: string, body: object, gives: string): Case => ({
  what,
  who: 'editor',
  ask: 'PATCH /api/articles/{article}?locale=vi',
  body,
  gives,
});
const event = (what: string, body: object): Case => ({
  ...article(what, body, '400 field-invalid'),
  ask: 'PATCH /api/events/{event}?locale=vi',
});
const place = (what: string, latitude: unknown): Case => ({
  ...article(what, { name: 'Xa', latitude, longitude: 0 }, '400 field-invalid'),
  ask: 'POST /api/places?locale=vi',
});

/** What documents hold: choices, texts, dates, positions. */
export const fields: readonly Case[] = [
  article('a source language that is not ours', { source: 'de' }, '400 field-invalid'),
  article('a title of 10,000 characters', { title: endless }, '400 text-too-long'),
  event('a choice that does not exist', { kind: 'war' }),
  event('an end of an event on 31 November', { endsAt: '2026-11-31T10:00:00Z' }),
  {
    ...article('a topic under itself', { parent: '{topic}' }, '400 field-invalid'),
    ask: 'PATCH /api/topics/{topic}?locale=vi',
  },
  place('a place off the globe', 91),
  place('a position that is no number', 'NaN'),
  {
    ...article('a version that is not there', {}, '404 not-found'),
    ask: `POST /api/articles/versions/${nowhere}?locale=vi`,
    leaves: 'restore articles -',
  },
  {
    ...article('a copy of what is not there', {}, '403 forbidden'),
    ask: `POST /api/articles/${nowhere}/duplicate?locale=vi`,
    leaves: `duplicate articles ${nowhere}`,
  },
];
