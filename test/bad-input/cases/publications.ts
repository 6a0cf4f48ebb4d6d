import { type Case, endless, nowhere } from './case.ts';

const publish = (what: string, body: object, gives: string, id = '{article}'): Case => ({
  what,
  who: 'publisher',
  ask: `POST /api/articles/${id}/publish`,
  body,
  gives,
});
const withdraw = (what: string, body: object, gives: string, id = '{article}'): Case => ({
  ...publish(what, body, gives),
  ask: `POST /api/articles/${id}/unpublish`,
});
const review = (what: string, body: object, gives: string): Case => ({
  what,
  who: 'editor',
  ask: 'POST /api/articles/{article}/review',
  body: { locale: 'vi', ...body },
  gives,
});

const later = { appearsAt: '2031-01-02T00:00:00Z', vanishesAt: '2031-01-01T00:00:00Z' };

export const publications: readonly Case[] = [
  publish('a publication on 30 February', { locale: 'vi', appearsAt: '2026-02-30T00:00:00Z' }, '400 field-invalid'),
  publish('a publication in words', { locale: 'vi', appearsAt: 'tomorrow' }, '400 field-invalid'),
  publish('a publication at an operator', { locale: 'vi', appearsAt: { $gt: '' } }, '400 field-unknown'),
  publish('a publication in the year 99999', { locale: 'vi', appearsAt: '99999-01-01T00:00:00Z' }, '400 field-invalid'),
  publish('an end before the beginning', { locale: 'vi', ...later }, '422 time-invalid'),
  publish('an end that is past', { locale: 'vi', vanishesAt: '2020-01-01T00:00:00Z' }, '422 time-invalid'),
  publish('an unknown language', { locale: 'de' }, '400 field-invalid'),
  publish('all languages', { locale: 'all' }, '400 field-invalid'),
  publish('no language', {}, '400 field-invalid'),
  publish('an unknown field beside', { locale: 'vi', level: 'public' }, '400 field-unknown'),
  publish('a revision that is none', { locale: 'vi', revision: -1 }, '400 field-invalid'),
  publish('a revision of long ago', { locale: 'vi', revision: 0 }, '409 revision-conflict'),
  publish('a language without a text', { locale: 'fr' }, '422 publish-incomplete'),
  {
    ...publish('a document that is not there', { locale: 'vi' }, '404 not-found', nowhere),
    leaves: `publish articles ${nowhere}`,
  },
  {
    ...publish('an event as an article', { locale: 'vi' }, '404 not-found', '{event}'),
    leaves: 'publish articles {event}',
  },
  {
    ...publish('an id that is an operator', { locale: 'vi' }, '404 not-found', '%7B%22$ne%22:null%7D'),
    leaves: 'publish articles -',
  },
  {
    ...publish('somebody who may not', { locale: 'vi' }, '403 forbidden'),
    who: 'editor',
    leaves: 'publish articles {article}',
  },
  withdraw('a withdrawal in an unknown language', { locale: 'de' }, '400 field-invalid'),
  withdraw('a withdrawal with a path for a name', { 'locale.vi': 1 }, '400 field-unknown'),
  {
    ...withdraw('a withdrawal of what is not there', { locale: 'vi' }, '404 not-found', nowhere),
    leaves: `unpublish articles ${nowhere}`,
  },
  review('an unknown step of a review', { action: 'burn' }, '400 field-invalid'),
  review('a note without an end', { action: 'request', note: endless }, '400 field-invalid'),
  review('a note with half a character', { action: 'request', note: '\ud83c' }, '400 text-malformed'),
];
