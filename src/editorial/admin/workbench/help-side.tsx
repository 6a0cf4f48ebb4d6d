'use client';
import type { StudioLocale } from '#languages/locales.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { Concordance } from './concordance.tsx';
import { ContentText } from './content-text.tsx';
import type { OfficialName } from './use-helps.ts';
import type { Workbench } from './use-workbench.ts';

const Matches = ({ bench, to }: { bench: Workbench; to: StudioLocale }) => {
  const { sayIn } = useWords();
  const { matches } = bench.helps;
  return (
    <section>
      <h3>{sayIn('workbench:memory')}</h3>
      {matches.length === 0 ? <p className="bt-side__none">{sayIn('workbench:memory.none')}</p> : null}
      <ol className="bt-matches">
        {matches.map(({ percent, words, target }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: matches are known by their number
          <li key={at}>
            <ActionButton kind="link" onClick={() => bench.takeText(target)} title={`Alt+${at + 1}`}>
              {sayIn('workbench:memory.take', { number: at + 1, percent })}
            </ActionButton>
            <p lang={bench.sheet.source}>
              {words.map(({ kind, text }, word) => {
                const Element = ({ same: 'span', removed: 'del', added: 'ins' } as const)[kind];
                // biome-ignore lint/suspicious/noArrayIndexKey: words have no identity beyond their place
                return <Element key={word}>{text}</Element>;
              })}
            </p>
            <p>
              <ContentText content={target} locale={to} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
};

const Name = ({ bench, name: { found, instead, avoid } }: { bench: Workbench; name: OfficialName }) => {
  const { sayIn } = useWords();
  return (
    <li>
      <span>{found}</span> → {instead.length === 0 ? <em>{sayIn('workbench:names.unknown')}</em> : null}
      {instead.map((term) => (
        <ActionButton key={term} kind="link" onClick={() => bench.takeName(term)}>
          {term}
        </ActionButton>
      ))}
      {avoid.map(({ term, reason }) => (
        <small key={term}>
          {sayIn('workbench:names.avoid', { term })} {reason ?? ''}
        </small>
      ))}
    </li>
  );
};

const Names = ({ bench }: { bench: Workbench }) => {
  const { sayIn } = useWords();
  const { names } = bench.helps;
  if (names.length === 0) return null;
  return (
    <section>
      <h3>{sayIn('workbench:names')}</h3>
      <ul className="bt-names">
        {names.map((name) => (
          <Name bench={bench} key={name.found} name={name} />
        ))}
      </ul>
    </section>
  );
};

/** Beside the line that is open: memory, official names, and a search for how words were translated before. */
export const HelpSide = ({ bench, to }: { bench: Workbench; to: StudioLocale }) => {
  const { sayIn } = useWords();
  return (
    <aside aria-label={sayIn('workbench:helps')} className="bt-side">
      {bench.places.open ? <Names bench={bench} /> : null}
      {bench.places.open ? <Matches bench={bench} to={to} /> : null}
      <Concordance from={bench.sheet.source} to={to} />
    </aside>
  );
};
