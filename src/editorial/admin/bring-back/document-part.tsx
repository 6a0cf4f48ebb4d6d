'use client';
import { ownNames } from '#languages/locales.ts';
import { useWords } from '../words/use-words.ts';
import type { Document } from './answers.ts';
import { type Choice, isChoosable, keyOf } from './choice.ts';
import { ProblemList } from './problem-list.tsx';
import { SegmentPart } from './segment-part.tsx';

interface DocumentPartProps {
  readonly document: Document;
  readonly choice: Choice;
  readonly onChoose: (key: string, isTaken: boolean) => void;
}

/** One document that came back, segment by segment; those that change nothing are counted only. */
export const DocumentPart = ({ document, choice, onChoose }: DocumentPartProps) => {
  const { sayIn } = useWords();
  const { title, locale, source, segments, counts, clean, missing, problems } = document;
  const asking = segments.filter(isChoosable).length - clean;
  return (
    <section className="bt-back__document">
      <h2>
        <span lang={source}>{title}</span> · <span lang={locale}>{ownNames[locale]}</span>
      </h2>
      <p>{sayIn('exchange:bring.counts', { clean, asking, same: counts.same ?? 0 })}</p>
      {missing > 0 ? <p>{sayIn('exchange:bring.missing', { missing })}</p> : null}
      <ProblemList problems={problems} />
      <ol className="bt-back__segments">
        {segments.map((segment, at) => {
          const key = keyOf(document, segment.segment);
          return (
            <SegmentPart
              document={document}
              isTaken={choice.has(key)}
              key={key}
              number={at + 1}
              onTake={(isTaken) => onChoose(key, isTaken)}
              segment={segment}
            />
          );
        })}
      </ol>
    </section>
  );
};
