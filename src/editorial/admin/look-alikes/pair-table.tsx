'use client';
import { describedTerms } from '#collections/fields/described.ts';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';
import type { OnePair } from './pair-answer.ts';
import { albumsField, linesOf, type PairLine } from './pair-rows.ts';

interface Props {
  pair: OnePair;
  kept: 0 | 1;
  fromOther: ReadonlySet<string>;
  /** Null where nothing is to be chosen any more. */
  onChoose: ((choice: string, side: 0 | 1) => void) | null;
}

const terms = new Set<string>(describedTerms);

/** A line with the words that the form has for terms of vocabularies. */
const inWords = (line: PairLine, nameOf: (field: string) => string): PairLine => {
  const word = (term: string) => (terms.has(line.field) && term ? nameOf(`${line.field}.${term}`) : term);
  return { ...line, says: [word(line.says[0]), word(line.says[1])], becomes: word(line.becomes) };
};

/** What both records say, line by line, and what the one record would say. */
export const PairTable = ({ pair, kept, fromOther, onChoose }: Props) => {
  const { say } = useWords();
  const fieldName = useFieldName('images');
  const lines = linesOf(pair, kept, fromOther).map((line) => inWords(line, fieldName));
  const nameOf = ({ field, locale }: PairLine) => {
    if (field === albumsField) return say('pairs.albums');
    const name = fieldName(field);
    return locale ? say('pairs.inLanguage', { field: name, language: say(`language.${locale}`) }) : name;
  };
  const chosen = ({ choice }: PairLine): 0 | 1 => (fromOther.has(choice) ? (kept === 0 ? 1 : 0) : kept);
  const cell = (line: PairLine, side: 0 | 1) => (
    <td data-label={say(side === 0 ? 'pairs.left' : 'pairs.right')}>
      {line.contested && onChoose ? (
        <label>
          <input
            checked={chosen(line) === side}
            name={`choice-${line.choice}`}
            onChange={() => onChoose(line.choice, side)}
            type="radio"
          />
          {line.says[side]}
        </label>
      ) : (
        line.says[side] || '–'
      )}
    </td>
  );
  return (
    <table className="bt-pairs__table">
      <thead>
        <tr>
          <th scope="col">{say('pairs.field')}</th>
          <th scope="col">{say('pairs.left')}</th>
          <th scope="col">{say('pairs.right')}</th>
          {onChoose ? <th scope="col">{say('pairs.becomes')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr data-contested={line.contested} key={line.choice}>
            <th scope="row">{nameOf(line)}</th>
            {cell(line, 0)}
            {cell(line, 1)}
            {onChoose ? <td data-label={say('pairs.becomes')}>{line.becomes || '–'}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
