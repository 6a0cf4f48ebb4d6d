'use client';
import type { StudioLocale } from '#languages/locales.ts';
import { TalkMark } from '../talk/line-talk.tsx';
import type { Talk } from '../talk/use-talk.ts';
import { useWords } from '../words/use-words.ts';
import type { Line } from './answers.ts';
import { ContentText } from './content-text.tsx';
import { StateMark } from './state-mark.tsx';

interface LineRowProps {
  readonly line: Line;
  readonly number: number;
  readonly from: StudioLocale;
  readonly to: StudioLocale;
  readonly talk: Talk;
  readonly onOpen: () => void;
}

/** A line that is not worked on: both texts to read, and how they stand. It opens with a click or Enter. */
export const LineRow = ({ line, number, from, to, talk, onOpen }: LineRowProps) => {
  const { sayIn } = useWords();
  const warnings = line.findings.filter(({ fine }) => fine === null).length;
  return (
    <li className={`bt-line bt-line--${line.state}`} id={`line-${line.segment}`}>
      <button className="bt-line__open" onClick={onOpen} type="button">
        <span className="bt-line__number">{number}</span>
        <span className="bt-line__role">{sayIn(`workbench:role.${line.role}`)}</span>
        <StateMark state={line.state} />
        {warnings > 0 ? (
          <span className="bt-line__warned">{sayIn('workbench:warned', { count: warnings })}</span>
        ) : null}
        <TalkMark segment={line.segment} talk={talk} />
      </button>
      <div className="bt-line__source">
        {line.source ? <ContentText content={line.source.content} locale={from} /> : null}
      </div>
      <div className="bt-line__target">
        {line.target ? <ContentText content={line.target.content} locale={to} /> : null}
      </div>
    </li>
  );
};
