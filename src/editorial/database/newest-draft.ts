import type { Config, DatabaseAdapter, Where } from 'payload';
import { studioLocales } from '#languages/locales.ts';

const ofOneLanguage = /^version\._status\.(?:vi|en|fr|zh)$/;

/** A draft in any language, in the form of Payload's `where`. */
const inAnyLanguage: Where = {
  or: studioLocales.map((locale) => ({ [`version._status.${locale}`]: { equals: 'draft' } })),
};

const isDraftOfOneLanguage = (where: Where): boolean => {
  const [only, ...more] = Object.entries(where);
  if (!only || more.length > 0 || !ofOneLanguage.test(only[0])) return false;
  return JSON.stringify(only[1]) === '{"equals":"draft"}';
};

/** The same condition with "is a draft in this language" replaced by "is a draft in some language". */
export const draftOfAnyLanguage = (where: Where): Where => {
  if (isDraftOfOneLanguage(where)) return inAnyLanguage;
  const parts = Object.entries(where).map(([key, value]) =>
    (key === 'and' || key === 'or') && Array.isArray(value)
      ? [key, value.map((part: Where) => draftOfAnyLanguage(part))]
      : [key, value],
  );
  return Object.fromEntries(parts) as Where;
};

/**
 * Somebody who opens a document to write on in it gets the newest version, whatever language they open. Payload looks for
 * a version that is a draft in just that language, and where there is none (never written, or published while another
 * language has a newer draft) it shows what was stored last: older words in the fields that all languages share, and an
 * older revision, with which no save succeeds.
 */
export const withNewestDraft = (database: Config['db']): Config['db'] => ({
  ...database,
  init: (args) => {
    const adapter = database.init(args);
    const { findVersions } = adapter;
    adapter.findVersions = function (this: DatabaseAdapter, question) {
      const { where } = question;
      return findVersions.call(this, where ? { ...question, where: draftOfAnyLanguage(where) } : question);
    } as DatabaseAdapter['findVersions'];
    return adapter;
  },
});
