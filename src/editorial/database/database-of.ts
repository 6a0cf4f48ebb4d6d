import type { Config } from 'payload';
import type { KeySource } from '../at-rest/texts/sealing.ts';
import { withSealedTexts } from '../at-rest/texts/with-sealed-texts.ts';
import { withSittingVersions } from '../translation/sitting.ts';
import { mongoDatabase } from './mongo-database.ts';
import { withNewestDraft } from './newest-draft.ts';
import { withSealedLists } from './seals/with-sealed-lists.ts';
import { withSealsKept } from './seals/with-seals-kept.ts';
import { sqliteDatabase } from './sqlite-database.ts';

/** The adapter for a database address: `file:…` is the embedded SQLite, `mongodb://…` or `mongodb+srv://…` MongoDB. */
export const databaseOf = (url: string, keys?: KeySource): Config['db'] => {
  const stock = url.startsWith('mongodb') ? mongoDatabase(url) : sqliteDatabase(url);
  return withSealedLists(withSittingVersions(withNewestDraft(withSealsKept(withSealedTexts(stock, keys)))));
};
