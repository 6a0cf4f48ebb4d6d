import type { ExchangeDocument, ExchangeMatch, ExchangeTerm, ExchangeUnit } from '../document.ts';
import { tagOf } from '../languages.ts';
import { declaration, element, lines, openTag, textElement } from '../xml/write.ts';
import { inline1 } from './inline-1.ts';
import { writeOriginal } from './original.ts';
import { state1 } from './states-1.ts';
import { asSent, xliff1 } from './vocabulary.ts';

const isApproved = ({ state, target }: ExchangeUnit): boolean =>
  target !== null && (state === 'reviewed' || state === 'final');

const matchOf = ({ source, target, percent, origin }: ExchangeMatch): string =>
  element(
    'alt-trans',
    { 'match-quality': `${Math.min(percent, 100)}%`, origin },
    element('source', {}, inline1(source)) + element('target', {}, inline1(target)),
  );

/** The text as it stands, which a tool brings back beside what became of it. */
const asItWent = ({ source, target }: ExchangeUnit): string =>
  target === null || target.length === 0
    ? ''
    : element(
        'alt-trans',
        { origin: asSent, alttranstype: 'previous-version' },
        element('source', {}, inline1(source)) + element('target', {}, inline1(target)),
      );

/** 1.2 has no glossary: a term is a note of its own. */
const termOf = ({ term, translations, definition }: ExchangeTerm): string =>
  textElement('note', { from: 'terms' }, [`${term} → ${translations.join(' / ')}`, definition ?? ''].join('\n').trim());

/** The fingerprint stands in `extradata`: the strict schema lets no attribute of ours in. */
const unitOf = (unit: ExchangeUnit): string => {
  const { id, path, role, source, target, state, fingerprint, limit } = unit;
  const attributes = {
    ...{ id, resname: path, restype: `x-${role}`, extradata: fingerprint, 'xml:space': 'preserve' },
    ...{ approved: isApproved(unit) ? 'yes' : undefined },
    ...(limit === undefined ? {} : { maxwidth: limit, 'size-unit': 'char' }),
  };
  return lines(
    openTag('trans-unit', attributes),
    element('source', {}, inline1(source)),
    target === null ? '' : element('target', { state: state1[state] }, inline1(target)),
    unit.notes.map((note) => textElement('note', {}, note)).join(''),
    (unit.terms ?? []).map(termOf).join(''),
    (unit.matches ?? []).map(matchOf).join(''),
    asItWent(unit),
    '</trans-unit>',
  );
};

function* fileOf(document: ExchangeDocument): Generator<string, void> {
  const { title, sourceLocale, targetLocale } = document;
  const attributes = {
    ...{ original: writeOriginal(document), datatype: 'plaintext' },
    ...{ 'source-language': tagOf(sourceLocale), 'target-language': tagOf(targetLocale) },
  };
  const header = element('header', {}, textElement('note', { from: 'title' }, title));
  yield lines(openTag('file', attributes), header, '<body>');
  for (const unit of document.units) yield unitOf(unit);
  yield lines('</body>', '</file>');
}

/**
 * Documents as XLIFF 1.2, for tools that know no newer one.
 * @returns pieces of text in order
 */
export async function* writeXliff1(
  documents: AsyncIterable<ExchangeDocument> | Iterable<ExchangeDocument>,
): AsyncGenerator<string, void> {
  yield declaration + lines(openTag('xliff', { xmlns: xliff1, version: '1.2' }));
  for await (const document of documents) yield* fileOf(document);
  yield '</xliff>\n';
}
