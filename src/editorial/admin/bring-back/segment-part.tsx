'use client';
import { useWords } from '../words/use-words.ts';
import { DriftText } from '../workbench/drift-text.tsx';
import { FindingWords } from '../workbench/finding-words.tsx';
import type { Document, Segment } from './answers.ts';
import { MarkedText } from './marked-text.tsx';
import { ProblemList } from './problem-list.tsx';
import { SegmentChoice } from './segment-choice.tsx';

interface PartProps {
  readonly document: Document;
  readonly segment: Segment;
}

/** The source as it is now, and what stands, came and was sent against it. */
const Texts = ({ document: { source, locale }, segment }: PartProps) => {
  const { sayIn } = useWords();
  const say = (key: string) => sayIn(`exchange:bring.${key}`);
  const { kind, was, ours, theirs, base, isLeftOut } = segment;
  const wantsThree = kind === 'conflict';
  return (
    <div className="bt-back__texts">
      {was ? (
        <MarkedText content={was} heading={say('was')} instead={say('empty')} locale={source} />
      ) : (
        <MarkedText content={segment.source} heading={say('source')} instead={say('empty')} locale={source} />
      )}
      {wantsThree ? <MarkedText content={base} heading={say('base')} instead={say('unknown')} locale={locale} /> : null}
      {kind === 'gone' ? null : (
        <MarkedText
          content={ours}
          heading={say('ours')}
          instead={say(isLeftOut ? 'leftOut' : 'empty')}
          locale={locale}
          words={wantsThree ? segment.oursWords : null}
        />
      )}
      {kind === 'confirm' ? null : (
        <MarkedText
          content={theirs}
          heading={say('theirs')}
          instead={say('empty')}
          locale={locale}
          words={segment.theirsWords}
        />
      )}
    </div>
  );
};

const Warnings = ({ segment: { findings } }: Pick<PartProps, 'segment'>) => {
  const { sayIn } = useWords();
  if (findings.length === 0) return null;
  return (
    <div className="bt-back__warned">
      {sayIn('exchange:bring.warned')}
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.says} ${JSON.stringify(finding.values)}`}>
            <FindingWords finding={finding} />
          </li>
        ))}
      </ul>
    </div>
  );
};

interface SegmentPartProps extends PartProps {
  readonly number: number;
  readonly isTaken: boolean;
  readonly onTake: (isTaken: boolean) => void;
}

/** One segment that came back: what it would change, what is in its way, and whose text it is to be. */
export const SegmentPart = ({ document, segment, number, isTaken, onTake }: SegmentPartProps) => {
  const { sayIn } = useWords();
  const { kind, role, file, line, column, drift, problems } = segment;
  return (
    <li className={`bt-back__segment bt-back__segment--${kind}`}>
      <p className="bt-back__kind">
        <b>{sayIn(`exchange:kind.${kind}`)}</b>{' '}
        {role ? <span className="bt-back__role">{sayIn(`workbench:role.${role}`)}</span> : null}{' '}
        <small>{sayIn('exchange:bring.at', { file: file ?? '', line, column })}</small>
      </p>
      {kind === 'same' ? null : <p>{sayIn(`exchange:about.${kind}`)}</p>}
      <ProblemList problems={problems} />
      {drift ? <DriftText drift={drift} locale={document.source} /> : null}
      <Texts document={document} segment={segment} />
      <Warnings segment={segment} />
      <SegmentChoice isTaken={isTaken} number={number} onTake={onTake} segment={segment} />
    </li>
  );
};
