import { type ExchangeLocale, tagOf } from '../languages.ts';
import { declaration, element, emptyTag, lines, openTag, textElement } from '../xml/write.ts';
import { writeTmxDate } from './dates.ts';
import type { MemoryEntry } from './entry.ts';
import { addressProps, inlineTmx } from './inline-tmx.ts';

export interface TmxHeader {
  /** Instant at which the file is made. */
  readonly createdAt: string;
  /** Language of all sources; absent: each entry says its own. */
  readonly sourceLocale?: ExchangeLocale;
}

const headerOf = ({ createdAt, sourceLocale }: TmxHeader): string =>
  emptyTag('header', {
    ...{ creationtool: 'benthanh', creationtoolversion: '1', segtype: 'paragraph', 'o-tmf': 'benthanh' },
    ...{ adminlang: 'en', srclang: sourceLocale ? tagOf(sourceLocale) : '*all*', datatype: 'plaintext' },
    creationdate: writeTmxDate(createdAt),
  });

const date = (instant: string | undefined): string | undefined =>
  instant === undefined ? undefined : writeTmxDate(instant);

const entryOf = ({ id, sourceLocale, variants, createdAt, changedAt, createdBy, props, notes }: MemoryEntry): string =>
  lines(
    openTag('tu', {
      ...{ tuid: id, creationdate: date(createdAt), creationid: createdBy, changedate: date(changedAt) },
      srclang: sourceLocale && tagOf(sourceLocale),
    }),
    notes.map((note) => textElement('note', {}, note)).join(''),
    props.map(({ type, text }) => textElement('prop', { type }, text)).join(''),
    ...variants.map(({ locale, content }) =>
      element('tuv', { 'xml:lang': tagOf(locale) }, addressProps(content) + element('seg', {}, inlineTmx(content))),
    ),
    '</tu>',
  );

/**
 * A translation memory as TMX 1.4b, one entry after another. An entry without words in any language is left out.
 * @returns pieces of text in order
 */
export async function* writeTmx(
  header: TmxHeader,
  entries: AsyncIterable<MemoryEntry> | Iterable<MemoryEntry>,
): AsyncGenerator<string, void> {
  yield declaration + lines(openTag('tmx', { version: '1.4' }), headerOf(header), '<body>');
  for await (const entry of entries) if (entry.variants.length > 0) yield entryOf(entry);
  yield lines('</body>', '</tmx>');
}
