'use client';
import type { StudioLocale } from '#languages/locales.ts';
import { listed } from '#languages/punctuation.ts';
import type { FieldChange, HistoryEntry } from '../../archive/history/entries.ts';
import { formatMoment } from '../words/format-time.ts';
import { useFieldName } from '../words/use-field-name.ts';
import { type Say, useWords } from '../words/use-words.ts';

/** Albums that the picture came into or left, because it became one with another or two again. */
const albumsIn = (facts: HistoryEntry['facts'], say: Say, language: StudioLocale): string => {
  const [turn, deed] = [facts?.turn === 'part' ? 'part' : 'merge', facts?.put ? 'put' : 'taken'];
  const albums = (facts?.[deed] ?? []) as { title: string }[];
  const titles = albums.map(({ title }) => title);
  return say(`history.albums.${turn}.${deed}`, { albums: listed(titles, language) });
};

/** What happened, in a few words. */
const deedOf = (entry: HistoryEntry, { say, sayIn, language }: ReturnType<typeof useWords>): string => {
  const { kind, action = 'update', facts } = entry;
  if (kind === 'intake') return say(`history.door.${String(facts?.door ?? 'form')}`);
  if (kind === 'derivation') return say('history.derivation', { tools: String(facts?.tools ?? '–') });
  if (kind === 'marking')
    return say('history.marking', {
      from: say(`level.${String(facts?.from)}`),
      to: say(`level.${String(facts?.to)}`),
    });
  if (kind === 'albums') return albumsIn(facts, say, language);
  if (kind === 'save') return say('history.save');
  if (kind === 'same-bytes') return say('history.sameBytes');
  return sayIn(`fields:audit.action.${action}`);
};

/** Words by language are shown as they are; everything else by its field’s name alone. */
const wordsIn = (value: unknown): [language: string, text: string][] => {
  if (typeof value === 'string') return [['', value]];
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([language, text]) => (typeof text === 'string' ? [[language, text]] : []));
};

/** Fields whose value is the id of something, which tells a person nothing. */
const named = new Set(['rights', 'rightsRecord', 'agency', 'people', 'slug']);

const Change = ({ change: { field, before, after } }: { change: FieldChange }) => {
  const fieldName = useFieldName('images');
  const old = new Map(named.has(field) ? [] : wordsIn(before));
  const now = named.has(field) ? [] : wordsIn(after);
  const differing = now.filter(([language, text]) => old.get(language) !== text);
  return (
    <li>
      <b>{fieldName(field)}</b>
      {differing.map(([language, text]) => (
        <span key={language}>
          {' '}
          {old.get(language) ? <del>{old.get(language)}</del> : null} <ins>{text}</ins>
        </span>
      ))}
    </li>
  );
};

/** One thing that happened to the picture: when, who, what, and for a save what it changed. */
export const HistoryLine = ({ entry }: { entry: HistoryEntry }) => {
  const words = useWords();
  const { say, language } = words;
  const { at, by, changes, reason, facts } = entry;
  return (
    <li>
      <p>
        <time dateTime={at}>{formatMoment(at, language)}</time> · {deedOf(entry, words)}
        {by?.name ? <> · {by.name}</> : null}
        {entry.kind === 'intake' && facts?.file ? <> · {String(facts.file)}</> : null}
      </p>
      {reason && entry.kind !== 'marking' ? <q>{reason}</q> : null}
      {changes === null ? <p className="bt-panel__hint">{say('history.hidden')}</p> : null}
      {changes && changes.length > 0 ? (
        <ul>
          {changes.map((change) => (
            <Change change={change} key={change.field} />
          ))}
        </ul>
      ) : null}
    </li>
  );
};
