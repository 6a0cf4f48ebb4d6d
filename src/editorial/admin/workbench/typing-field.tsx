'use client';
import { type KeyboardEvent, type RefObject, useId } from 'react';
import type { StudioLocale } from '#languages/locales.ts';
import type { Content } from '#translation/content.ts';
import { partsOf, type TokenFault } from '#translation/writing/tokens.ts';
import { useWords } from '../words/use-words.ts';
import { CodeKeys } from './code-keys.tsx';

interface TypingFieldProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly label: string;
  readonly locale: StudioLocale;
  readonly typed: string;
  /** Whose codes the text has to have. */
  readonly source: Content;
  readonly faults: readonly TokenFault[];
  readonly limit: number | null;
  readonly length: number;
  readonly onType: (typed: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What is typed, drawn behind the field, so that tokens look like the codes that they are. */
const Behind = ({ typed }: { typed: string }) => (
  <div aria-hidden="true" className="bt-typing__behind">
    {partsOf(typed).map(({ text, token }, at) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity beyond their place
      token ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
    )}{' '}
  </div>
);

/** Says what is wrong with the codes as they are typed, and how much room there is. */
const Below = ({
  id,
  faults,
  limit,
  length,
}: Pick<TypingFieldProps, 'faults' | 'limit' | 'length'> & { id: string }) => {
  const { sayIn } = useWords();
  const isTooLong = limit !== null && length > limit;
  return (
    <div className="bt-typing__below" id={id}>
      {faults.map(({ fault, id: code }) => (
        <span className="bt-typing__fault" key={`${fault} ${code}`}>
          {sayIn(`workbench:token.${fault}`, { code })}
        </span>
      ))}
      {limit !== null && length > limit * 0.8 ? (
        <span className={isTooLong ? 'bt-typing__fault' : ''}>{sayIn('workbench:length', { length, limit })}</span>
      ) : null}
    </div>
  );
};

/** The field in which a segment is written: plain text for every keyboard and input method, codes as tokens. */
export const TypingField = ({ field, label, locale, typed, source, onType, onKeyDown, ...rest }: TypingFieldProps) => {
  const below = useId();
  return (
    <div className="bt-typing">
      <CodeKeys field={field} onType={onType} source={source} typed={typed} />
      <div className="bt-typing__frame">
        <Behind typed={typed} />
        <textarea
          aria-describedby={below}
          aria-label={label}
          lang={locale === 'zh' ? 'zh-Hans' : locale}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={onKeyDown}
          ref={field}
          rows={2}
          spellCheck
          value={typed}
        />
      </div>
      <Below id={below} {...rest} />
    </div>
  );
};
