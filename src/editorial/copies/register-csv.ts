import type { PayloadRequest } from 'payload';
import { csvOf } from '../words/csv.ts';
import { languageOf } from '../words/language-of.ts';
import { speak } from '../words/speak.ts';
import type { RegisterLine } from './register.ts';

const columns = [
  ...[
    'number',
    'copy',
    'kind',
    'id',
    'language',
    'level',
    'compartments',
    'term',
    'form',
    'made',
    'madeBy',
    'recipient',
  ],
  ...['purpose', 'state', 'holder', 'place', 'returned', 'returnedBy', 'destroyed', 'destroyedBy', 'how'],
  ...['confirmed', 'confirmedBy'],
] as const;

/**
 * The register for table programs, in the language of whoever asks. It names documents by their ids: no title leaves the studio with it.
 */
export const registerCsv = (req: PayloadRequest, lines: readonly RegisterLine[]): string => {
  const language = languageOf(req);
  const say = (key: string) => speak(language, 'studio', key);
  const rowOf = (one: RegisterLine): unknown[] => [
    ...[one.number, `${one.nth}/${one.total}`, speak(language, 'fields', `${one.collection}.singular`), one.id],
    ...[say(`language.${one.locale}`), say(`level.${one.level}`), one.compartments.join(' '), one.term],
    ...[say(`copies.form.${one.form}`), one.made.at, one.made.name, one.recipient, one.purpose],
    ...[say(`copies.state.${one.state}`), one.holderName, one.place, one.returned?.at, one.returned?.name],
    ...[one.destroyed?.at, one.destroyed?.name, one.destroyed?.how, one.confirmed?.at, one.confirmed?.name],
  ];
  return csvOf([columns.map((name) => say(`copies.column.${name}`)), ...lines.map(rowOf)]);
};
