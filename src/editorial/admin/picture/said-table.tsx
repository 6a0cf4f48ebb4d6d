'use client';
import { isWrittenLocale, ownNames, toStudioLocale } from '#languages/locales.ts';
import { embeddedAnswer, type SaidWords } from '../images/embedded-answer.ts';
import { fieldOf, sources, terms } from '../images/embedded-offer.tsx';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';
import { HeardPanel } from './heard-panel.tsx';
import { useAnswer } from './use-answer.ts';

interface Line {
  readonly property: string;
  readonly said: SaidWords;
  /** Whether another block says otherwise, and counts before this one. */
  readonly isLesser: boolean;
}

const nameOfLanguage = (tag: string): string =>
  tag === '' || tag === 'x-default' ? '' : isWrittenLocale(tag) ? ownNames[toStudioLocale(tag)] : tag;

const SaidRow = ({ line: { property, said, isLesser } }: { line: Line }) => {
  const { say } = useWords();
  const nameOf = useFieldName('images');
  const field = fieldOf(property);
  return (
    <tr className={isLesser ? 'bt-facts__lesser' : undefined}>
      <th scope="row">{field ? nameOf(field) : say(`embedded.name.${property}`)}</th>
      <td>
        {terms.has(said.text) ? nameOf(`${property}.${said.text}`) : said.text}
        {said.legacy ? <q lang="vi">{said.legacy.text}</q> : null}
        <small>{nameOfLanguage(said.lang)}</small>
        {isLesser ? <small>{say('picture.lesser')}</small> : null}
      </td>
      <td>{sources[said.source]}</td>
    </tr>
  );
};

/** All that the file says of itself, with the block that says it, in the order of the table of properties. */
export const SaidTable = ({ id }: { id: string }) => {
  const { say } = useWords();
  const heard = useAnswer(`/api/images/${id}/embedded`, embeddedAnswer);
  return (
    <HeardPanel heard={heard}>
      {({ embedded: { values } }) => {
        const lines = Object.entries(values).flatMap(([property, { said, differing }]): Line[] => [
          ...said.map((one) => ({ property, said: one, isLesser: false })),
          ...differing.map((one) => ({ property, said: one, isLesser: true })),
        ]);
        if (lines.length === 0) return <p className="bt-panel__hint">{say('picture.saysNothing')}</p>;
        return (
          <table className="bt-facts bt-facts--said">
            <thead>
              <tr>
                {(['property', 'value', 'source'] as const).map((name) => (
                  <th key={name} scope="col">
                    {say(`picture.said.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <SaidRow key={`${line.property} ${line.said.source} ${line.said.lang} ${line.said.text}`} line={line} />
              ))}
            </tbody>
          </table>
        );
      }}
    </HeardPanel>
  );
};
