'use client';
import { listed, quoted } from '#languages/punctuation.ts';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';
import type { Finding } from './answers.ts';

interface Props {
  collection: string;
  findings: readonly Finding[];
}

/** Wrong names one under another: where, what to write instead, why, and whether it stops a publication. */
export const FindingsList = ({ collection, findings }: Props) => {
  const { say, language } = useWords();
  const nameOf = useFieldName(collection);
  return (
    <ul className="bt-names">
      {findings.map(({ fault, field = '', found, instead, reason, since, stops }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same name may stand in one field twice
        <li key={`${at} ${found}`}>
          <b>{quoted(found, language)}</b>
          {instead.length > 0 ? (
            <>
              {' → '}
              {listed(
                instead.map((one) => quoted(one, language)),
                language,
              )}
            </>
          ) : null}
          <small>
            {say(`names.fault.${fault}`)}
            {since ? ` · ${since}` : ''}
            {field ? ` · ${nameOf(field)}` : ''}
            {stops ? ` · ${say('names.stops')}` : ''}
          </small>
          {reason ? <small>{reason}</small> : null}
        </li>
      ))}
    </ul>
  );
};
