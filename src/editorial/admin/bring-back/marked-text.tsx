'use client';
import type { StudioLocale } from '#languages/locales.ts';
import type { Content } from '#translation/content.ts';
import { useWords } from '../words/use-words.ts';
import { ContentText } from '../workbench/content-text.tsx';
import type { Segment } from './answers.ts';

interface MarkedTextProps {
  readonly heading: string;
  readonly content: Content | null;
  /** Words that came and went; null: nothing to hold it against. */
  readonly words?: Segment['oursWords'];
  readonly locale: StudioLocale;
  /** What stands there where there is no text. */
  readonly instead: string;
}

const elements = { same: 'span', removed: 'del', added: 'ins' } as const;

const Words = ({ words }: { words: NonNullable<Segment['oursWords']> }) => {
  const { sayIn } = useWords();
  return words.map(({ kind, text }, at) => {
    const Element = elements[kind];
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: words have no identity beyond their place
      <Element key={at}>
        {kind === 'same' ? null : <span className="bt-unseen">{sayIn(`workbench:drift.${kind}`)} </span>}
        {text}
      </Element>
    );
  });
};

/** One of the texts that somebody chooses between, with the words marked that are others. */
export const MarkedText = ({ heading, content, words = null, locale, instead }: MarkedTextProps) => {
  const isChanged = words?.some(({ kind }) => kind !== 'same') ?? false;
  return (
    <section className="bt-back__text">
      <h4>{heading}</h4>
      <p lang={locale === 'zh' ? 'zh-Hans' : locale}>
        {content === null ? <em>{instead}</em> : null}
        {content !== null && words !== null && isChanged ? <Words words={words} /> : null}
        {content !== null && !(words !== null && isChanged) ? <ContentText content={content} locale={locale} /> : null}
      </p>
    </section>
  );
};
