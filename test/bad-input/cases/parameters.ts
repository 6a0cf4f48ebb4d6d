import type { Case } from './case.ts';

const read = (what: string, path: string, gives: string): Case => ({ what, who: 'editor', ask: `GET ${path}`, gives });
const save = (what: string, path: string, gives: string): Case => ({
  what,
  who: 'editor',
  ask: `PATCH ${path}`,
  body: { title: 'A' },
  gives,
});

/** Names and values behind the question mark. */
export const parameters: readonly Case[] = [
  read('a language twice', '/api/articles?locale=vi&locale=en', '400 parameter-repeated'),
  read('a parameter that nobody knows', '/api/articles?colour=red', '400 parameter-unknown'),
  read('a parameter that nobody knows, at an address of ours', '/api/desk?colour=red', '400 parameter-unknown'),
  read('a parameter with an operator for a name', '/api/articles?$where=1', '400 parameter-unknown'),
  read('an address that every object has', '/api/constructor', '404 not-found'),
  read('one behind it, spelled out', '/api/%5F%5Fproto%5F%5F/{article}', '404 not-found'),
  read('a condition on what every object has', '/api/articles?where[constructor][equals]=1', '400 parameter-unknown'),
  read('a condition by what every object has', '/api/articles?where[title][__proto__]=A', '400 parameter-unknown'),
  read('an order by what another document says', '/api/articles?sort=cover.title', '400 parameter-invalid'),
  read('an order by what nobody has', '/api/articles?sort=colour', '400 parameter-invalid'),
  read('a preview in an unknown language', '/api/preview/articles/{article}?locale=de', '400 parameter-invalid'),
  read('a preview of people', '/api/preview/users/x?locale=vi', '404 not-found'),
  save('a language that is not ours', '/api/articles/{article}?locale=de', '400 parameter-invalid'),
  save('all languages in one save', '/api/articles/{article}?locale=all', '400 parameter-invalid'),
  {
    ...save('many documents in one save', '/api/articles?locale=vi&where[title][$ne]=x', '403 forbidden'),
    leaves: 'update articles -',
  },
  {
    what: 'many documents found by a condition of code',
    who: 'editor',
    ask: 'DELETE /api/articles?where[$where]=1',
    gives: '400 parameter-invalid',
  },
];
