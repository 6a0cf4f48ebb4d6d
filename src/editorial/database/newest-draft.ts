import type { Config, DatabaseAdapter, Where } from 'payload';
import { studioLocales } from '#languages/locales.ts';

type Question = Parameters<DatabaseAdapter['findVersions']>[0];

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

const namesOneDocument = ({ parent }: Where): boolean => Boolean(parent && 'equals' in parent);

/** The same condition on the versions of one document, with "a draft in this language" replaced by "in some language". */
const draftOfAnyLanguage = (where: Where): Where => {
  const parts = where.and;
  if (!parts) return where;
  const widened = parts.some(namesOneDocument)
    ? parts.map((part) => (isDraftOfOneLanguage(part) ? inAnyLanguage : part))
    : parts.map(draftOfAnyLanguage);
  return { ...where, and: widened };
};

/** Whether the newest version of something is wanted: how Payload asks when a document is opened, and nobody else does. */
const wantsNewest = ({ limit, pagination, sort }: Question): boolean =>
  limit === 1 && pagination === false && sort === '-updatedAt';

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
      if (!where || !wantsNewest(question)) return findVersions.call(this, question);
      return findVersions.call(this, { ...question, where: draftOfAnyLanguage(where) });
    } as DatabaseAdapter['findVersions'];
    return adapter;
  },
});
