'use client';
import type { KeyboardEvent } from 'react';
import type { StudioLocale } from '#languages/locales.ts';
import { plainText } from '#translation/content.ts';
import { LineTalk } from '../talk/line-talk.tsx';
import type { Talk } from '../talk/use-talk.ts';
import { useWords } from '../words/use-words.ts';
import type { Line } from './answers.ts';
import { ContentText } from './content-text.tsx';
import { DriftText } from './drift-text.tsx';
import { LineActs } from './line-acts.tsx';
import { LineFindings } from './line-findings.tsx';
import { LiveFindings } from './live-findings.tsx';
import { SetPreview } from './set-preview.tsx';
import { StateMark } from './state-mark.tsx';
import { TypingField } from './typing-field.tsx';
import type { Typing } from './use-typing.ts';
import type { WorkbenchHand } from './use-workbench.ts';

/** Who has confirmed the text and who has looked it over. */
const Known = ({ line: { accepted, review } }: { line: Line }) => {
  const { sayIn } = useWords();
  return (
    <span className="bt-line__known">
      {accepted?.by ? sayIn('workbench:confirmedBy', { name: accepted.by }) : null}{' '}
      {review?.by ? sayIn('workbench:reviewedBy', { name: review.by }) : null}
    </span>
  );
};

interface LineEditorProps {
  readonly line: Line;
  readonly number: number;
  readonly from: StudioLocale;
  readonly to: StudioLocale;
  readonly typing: Typing;
  readonly hand: WorkbenchHand;
  readonly talk: Talk;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The line that is worked on: the source with what changed in it, the field, and what can be done. */
export const LineEditor = ({ line, number, from, to, typing, hand, talk, onKeyDown }: LineEditorProps) => {
  const { sayIn } = useWords();
  const { may } = hand.sheet;
  return (
    <li aria-current="true" className="bt-line bt-line--open" id={`line-${line.segment}`}>
      <div className="bt-line__head">
        <span className="bt-line__number">{number}</span>
        <span className="bt-line__role">{sayIn(`workbench:role.${line.role}`)}</span>
        <StateMark state={line.state} />
        <Known line={line} />
      </div>
      <div className="bt-line__source">
        {line.source ? (
          <ContentText content={line.source.content} locale={from} />
        ) : (
          <em>{sayIn('workbench:noSource')}</em>
        )}
        {line.drift ? <DriftText drift={line.drift} locale={from} /> : null}
      </div>
      <div className="bt-line__target">
        {may.translate ? (
          <TypingField
            faults={typing.faults}
            field={typing.field}
            label={sayIn('workbench:fieldOf', { number })}
            length={plainText(typing.content).length}
            limit={line.limit}
            locale={to}
            onKeyDown={onKeyDown}
            onType={typing.type}
            source={line.source?.content ?? []}
            typed={typing.typed}
          />
        ) : null}
        {!may.translate && line.target ? <ContentText content={line.target.content} locale={to} /> : null}
        {line.apart ? (
          <p className="bt-line__apart">
            {sayIn(`workbench:apart.${line.apart.kind}`)} – {line.apart.reason}
          </p>
        ) : null}
        {may.translate ? <SetPreview typing={typing} /> : null}
        <LineFindings hand={hand} line={line} />
        {may.translate ? <LiveFindings from={from} line={line} target={typing.asSet} to={to} /> : null}
        <LineActs hand={hand} line={line} />
      </div>
      <LineTalk key={line.segment} segment={line.segment} talk={talk} />
    </li>
  );
};
