import type { PayloadRequest } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import { studioLocales } from '#languages/locales.ts';
import { type DocumentName, isPublished, markingFor, readVisible } from '../document.ts';
import { emptyRow, readRows } from '../ledger/store.ts';
import { sheetOf, wordsOf } from '../lines/sheet.ts';
import { mayOf } from '../may.ts';

/** How each language of a document stands, and what the person may do with it. @throws Failure `not-found` */
export const tellLanguages = async (req: PayloadRequest, viewer: Viewer, name: DocumentName) => {
  const document = await readVisible(req, viewer, name);
  const marked = await markingFor(req, document);
  const rows = new Map((await readRows(req, name)).map((row) => [row.locale, row]));
  const languages = studioLocales.map((locale) => {
    const common = {
      locale,
      isPublished: isPublished(document, locale),
      may: mayOf(viewer, document, marked, locale),
    };
    if (locale === document.source) return { ...common, isSource: true, state: null, counts: null };
    const row = rows.get(locale) ?? emptyRow(name, locale, document.marking);
    const { state, counts } = sheetOf(wordsOf(req, document, locale), row);
    return { ...common, isSource: false, state, counts };
  });
  return { collection: name.collection, id: name.id, source: document.source, languages };
};
