import type { StudioLocale } from '#languages/locales.ts';
import { plainText } from '#translation/content.ts';
import type { ExchangeDocument, ExchangeState, ExchangeUnit } from '#translation/exchange/document.ts';
import { matchCodes } from '#translation/segments/codes.ts';
import { byLocale } from '../../desk/section.ts';
import { bestTitle } from '../../desk/titles.ts';
import { speak } from '../../words/speak.ts';
import type { Held } from '../acts/opened.ts';
import { driftOf } from '../lines/drift-of.ts';
import { printOf } from '../lines/line.ts';
import type { LineState } from '../lines/line-states.ts';
import type { StatedLine } from '../lines/sheet.ts';
import { withoutLinks } from '../telling/hidden-links.ts';
import type { Helps } from './helps.ts';

/** How far a text has come, as files say it: one that asks for work is at its beginning, whoever wrote it. */
const stateOf: Readonly<Record<LineState, ExchangeState>> = {
  ...{ missing: 'initial', machine: 'initial', outdated: 'initial' },
  ...{ translated: 'translated', reviewed: 'reviewed', 'left-out': 'final', 'only-here': 'final' },
};

export interface Sending {
  readonly helps: Helps;
  /** Addresses that whoever takes it along may not know of. */
  readonly hidden: ReadonlySet<string>;
  /** Language of notes. */
  readonly language: StudioLocale;
}

const notesOf = (held: Held, line: StatedLine, { language }: Sending): string[] => {
  const was = driftOf(line, held.document.source)?.was;
  const reason = line.unit?.apart?.reason;
  return [
    ...(was ? [speak(language, 'exchange', 'note.was', { text: plainText(was) })] : []),
    ...(reason ? [speak(language, 'exchange', 'note.apart', { reason })] : []),
  ];
};

const unitOf = (held: Held, line: StatedLine, sending: Sending): ExchangeUnit[] => {
  const { source, target, state, key } = line;
  if (!source || state === 'left-out') return [];
  const { hidden, helps } = sending;
  const text = target && withoutLinks(matchCodes(source.content, target.content), hidden);
  return [
    {
      ...{ id: key, path: source.path, role: source.role, fingerprint: printOf(source), state: stateOf[state] },
      source: withoutLinks(source.content, hidden),
      target: text,
      ...(source.limit === undefined ? {} : { limit: source.limit }),
      notes: notesOf(held, line, sending),
      matches: helps.matches(held, line),
      terms: helps.terms(held, line),
    },
  ];
};

/** What a document is called, in the language that it is translated from or in whichever it has a name. */
export const titleOf = ({ document: { draft, source } }: Held): string => {
  const read = byLocale.safeParse(draft.title ?? draft.name);
  return bestTitle(read.success ? read.data : null, source);
};

/** One language of a document as it goes out. What is left out on purpose stays here. */
export const sentDocument = (held: Held, sending: Sending): ExchangeDocument => {
  const { place, document, sheet } = held;
  return {
    ...{ collection: place.collection, documentId: place.id, title: titleOf(held) },
    ...{ sourceLocale: document.source, targetLocale: place.locale, sourceRevision: document.revision },
    units: sheet.lines.flatMap((line) => unitOf(held, line, sending)),
  };
};
