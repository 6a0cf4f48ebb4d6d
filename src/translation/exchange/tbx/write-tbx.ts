import type { StudioLocale } from '#languages/locales.ts';
import type { Concept, TermForm } from '../../terms/concept.ts';
import { tagOf } from '../languages.ts';
import { declaration, element, lines, openTag, textElement } from '../xml/write.ts';
import { writeId } from './ids.ts';
import { type Mark, markedNote, plainNote } from './marked-notes.ts';
import { ours, statusNames, type TbxVersion, tbx, tbxNames } from './vocabulary.ts';

export interface TbxHeader {
  readonly title: string;
  /** Language of the file itself: of its notes. */
  readonly locale: StudioLocale;
}

const note = (text: string): string => textElement('note', {}, text);
const marked = (mark: Mark, text: string | undefined): string =>
  text === undefined ? '' : note(markedNote(mark, text));

const termOf = (version: TbxVersion, form: TermForm): string => {
  const { term, status, source, note: said, reason, traditional, validFrom, validUntil, stops } = form;
  return element(
    tbxNames[version].term,
    {},
    [
      textElement('term', {}, term),
      textElement('termNote', { type: 'administrativeStatus' }, statusNames[status]),
      source === undefined ? '' : textElement('admin', { type: 'source' }, source),
      said === undefined ? '' : note(plainNote(said)),
      marked('reason', reason),
      marked('traditional', traditional),
      marked('valid-from', validFrom),
      marked('valid-until', validUntil),
      marked('stops', stops ? 'yes' : 'no'),
    ].join(''),
  );
};

const conceptOf = (version: TbxVersion, { id, kind, definition, forms }: Concept): string => {
  const names = tbxNames[version];
  const byLocale = Map.groupBy(forms, ({ locale }) => locale);
  return lines(
    openTag(names.entry, { id: writeId(id) }),
    textElement('descrip', { type: 'subjectField' }, kind),
    definition === undefined ? '' : textElement('descrip', { type: 'definition' }, definition),
    ...[...byLocale].map(([locale, some]) =>
      element(names.language, { 'xml:lang': tagOf(locale) }, some.map((form) => termOf(version, form)).join('')),
    ),
    `</${names.entry}>`,
  );
};

const headerOf = (version: TbxVersion, { title }: TbxHeader): string =>
  element(
    tbxNames[version].header,
    {},
    element(
      'fileDesc',
      {},
      element('titleStmt', {}, textElement('title', {}, title)) + element('sourceDesc', {}, textElement('p', {}, ours)),
    ),
  );

const rootOf = (version: TbxVersion, locale: StudioLocale): string => {
  const stated = version === 3 ? { xmlns: tbx, type: 'TBX-Basic', style: 'dca' } : { type: 'TBX-Basic' };
  return openTag(tbxNames[version].root, { ...stated, 'xml:lang': tagOf(locale) });
};

/**
 * Concepts as TBX-Basic, one after another: version 3 (ISO 30042:2019, data categories as attributes), or version 2 for tools that
 * know no newer one. A concept without a form is left out, for an entry has at least one.
 * @returns pieces of text in order
 */
export async function* writeTbx(
  header: TbxHeader,
  concepts: AsyncIterable<Concept> | Iterable<Concept>,
  version: TbxVersion = 3,
): AsyncGenerator<string, void> {
  yield declaration + lines(rootOf(version, header.locale), headerOf(version, header), '<text>');
  let any = false;
  for await (const concept of concepts) {
    if (concept.forms.length === 0) continue;
    yield `${any ? '' : '<body>\n'}${conceptOf(version, concept)}`;
    any = true;
  }
  yield lines(any ? '</body>' : '', '</text>', `</${tbxNames[version].root}>`);
}
