import type { Content } from '../../content.ts';
import type { ExchangeDocument, ExchangeMatch, ExchangeTerm, ExchangeUnit } from '../document.ts';
import { tagOf } from '../languages.ts';
import { type Attributes, declaration, element, emptyTag, lines, openTag, textElement } from '../xml/write.ts';
import { addresses, side2 } from './inline-2.ts';
import { writeOriginal } from './original.ts';
import { asSent, ours, xliff2 } from './vocabulary.ts';

/** The languages of a whole file: XLIFF 2.1 has one pair (4.2.2.1). */
export type Languages = Pick<ExchangeDocument, 'sourceLocale' | 'targetLocale'>;

const segment = 's1';

const matchAttributes = ({ percent, origin }: ExchangeMatch): Attributes => ({
  ref: `#${segment}`,
  type: percent > 100 ? 'icm' : 'tm',
  similarity: Math.min(Math.max(percent, 0), 100),
  origin,
});

const matchOf = (source: Content, target: Content, attributes: Attributes): string => {
  const at = addresses();
  const sides = side2('source', source, at) + side2('target', target, at);
  return element('mtc:match', attributes, at.markup() + sides);
};

const asItWent: Attributes = { ref: `#${segment}`, type: 'other', subType: asSent, origin: asSent };

/** What memory has, and the text as it stands: a tool shows both, and brings both back. */
const matchesOf = ({ source, target, matches = [] }: ExchangeUnit): string => {
  const sent = target === null || target.length === 0 ? [] : [matchOf(source, target, asItWent)];
  const each = matches.map((match) => matchOf(match.source, match.target, matchAttributes(match)));
  return sent.length + each.length === 0 ? '' : element('mtc:matches', {}, [...each, ...sent].join(''));
};

const glossaryOf = (terms: readonly ExchangeTerm[] = []): string => {
  if (terms.length === 0) return '';
  const each = terms.map(({ term, translations, definition }) => {
    const words = translations.map((text) => textElement('gls:translation', {}, text)).join('');
    const about = definition === undefined ? '' : textElement('gls:definition', {}, definition);
    return element('gls:glossEntry', {}, textElement('gls:term', {}, term) + words + about);
  });
  return element('gls:glossary', {}, each.join(''));
};

const notesOf = (notes: readonly string[]): string =>
  notes.length === 0 ? '' : element('notes', {}, notes.map((note) => textElement('note', {}, note)).join(''));

/** Both profiles count a limit: code points for tools that know the first, and exactly, units of UTF-16. */
const profiles = emptyTag('slr:profiles', { generalProfile: 'xliff:codepoints', storageProfile: 'xliff:utf16' });

const unitAttributes = ({ id, path, role, limit, fingerprint }: ExchangeUnit): Attributes => ({
  ...{ id, name: path, type: `benthanh:${role}` },
  ...{ 'slr:sizeRestriction': limit, 'slr:storageRestriction': limit, 'bt:fingerprint': fingerprint },
});

const unitOf = (unit: ExchangeUnit): string => {
  const at = addresses();
  const source = side2('source', unit.source, at);
  const target = unit.target === null ? '' : side2('target', unit.target, at);
  const state = unit.target === null ? undefined : unit.state;
  return lines(
    openTag('unit', unitAttributes(unit)),
    matchesOf(unit),
    glossaryOf(unit.terms),
    notesOf(unit.notes),
    at.markup(),
    element('segment', { id: segment, state }, source + target),
    '</unit>',
  );
};

function* fileOf(document: ExchangeDocument, number: number): Generator<string, void> {
  const attributes = {
    id: `f${number}`,
    original: writeOriginal(document),
    canResegment: 'no',
    'xml:space': 'preserve',
  };
  const title = textElement('note', { category: 'title' }, document.title);
  yield lines(openTag('file', attributes), profiles, element('notes', {}, title));
  for (const unit of document.units) yield unitOf(unit);
  yield '</file>\n';
}

const rootOf = ({ sourceLocale, targetLocale }: Languages): string =>
  openTag('xliff', {
    ...{ xmlns: xliff2.core, 'xmlns:mtc': xliff2.matches, 'xmlns:gls': xliff2.glossary, 'xmlns:slr': xliff2.size },
    ...{ 'xmlns:bt': ours, version: '2.1', srcLang: tagOf(sourceLocale), trgLang: tagOf(targetLocale) },
  });

/**
 * Documents of one pair of languages as XLIFF 2.1, one after another, so that their number does not matter. A document without
 * units is left out: a `file` has at least one (4.2.2.2).
 * @returns pieces of text in order
 */
export async function* writeXliff2(
  languages: Languages,
  documents: AsyncIterable<ExchangeDocument> | Iterable<ExchangeDocument>,
): AsyncGenerator<string, void> {
  yield declaration + lines(rootOf(languages));
  let number = 0;
  for await (const document of documents) {
    if (document.sourceLocale !== languages.sourceLocale || document.targetLocale !== languages.targetLocale) {
      throw new Error('a document of other languages cannot stand in this XLIFF file');
    }
    if (document.units.length > 0) yield* fileOf(document, ++number);
  }
  yield '</xliff>\n';
}
