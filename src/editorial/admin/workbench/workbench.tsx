'use client';
import { useEffect } from 'react';
import { isStudioLocale, ownNames, type StudioLocale } from '#languages/locales.ts';
import { plainText } from '#translation/content.ts';
import { TakeLinks } from '../bring-back/take-links.tsx';
import { NotPrinted } from '../copies/not-printed.tsx';
import { ActionButton } from '../shell/action-button.tsx';
import { LeaveGuard } from '../shell/leave-guard.tsx';
import { GoneTalk } from '../talk/line-talk.tsx';
import { useArrival } from '../talk/use-arrival.ts';
import { type Talk, useTalk } from '../talk/use-talk.ts';
import { useWords } from '../words/use-words.ts';
import { WorkPanel } from '../work/work-panel.tsx';
import type { Sheet } from './answers.ts';
import { HelpSide } from './help-side.tsx';
import { keyNames } from './keys.ts';
import { LineEditor } from './line-editor.tsx';
import { LineRow } from './line-row.tsx';
import { MachinePart } from './machine-part.tsx';
import { filters, passes } from './needs.ts';
import { Questions } from './questions.tsx';
import { type Place, type SheetHand, useSheet } from './use-sheet.ts';
import { useWorkbench, type Workbench } from './use-workbench.ts';

/** How far the work has come, and which lines are shown. */
const Progress = ({ bench }: { bench: Workbench }) => {
  const { sayIn } = useWords();
  const { segments: lines, may } = bench.sheet;
  const done = lines.filter(({ state }) => state !== 'missing' && state !== 'outdated' && state !== 'machine').length;
  return (
    <div className="bt-bench__progress">
      <label>
        {sayIn('workbench:progress', { done, all: lines.length })}{' '}
        <progress max={Math.max(lines.length, 1)} value={done} />
      </label>
      <fieldset className="bt-bench__filters">
        <legend className="bt-unseen">{sayIn('workbench:filters')}</legend>
        {filters.map((filter) => {
          const count = lines.filter((line) => passes(line, filter, may)).length;
          return count === 0 && filter !== bench.places.filter && filter !== 'all' ? null : (
            <button
              aria-pressed={bench.places.filter === filter}
              key={filter}
              onClick={() => bench.places.setFilter(filter)}
              type="button"
            >
              {sayIn(`workbench:filter.${filter}`)} <b>{count}</b>
            </button>
          );
        })}
      </fieldset>
    </div>
  );
};

const Head = ({ bench, place, to }: { bench: Workbench; place: Place; to: StudioLocale }) => {
  const { sayIn } = useWords();
  const { segments, source, may, isCounted } = bench.sheet;
  const title = segments.find(({ role }) => role === 'title')?.source?.content ?? [];
  return (
    <header className="bt-bench__head">
      <div>
        <h1 lang={source}>{plainText(title)}</h1>
        <p>
          <span>
            <span lang={source}>{ownNames[source]}</span> → <span lang={to}>{ownNames[to]}</span>
          </span>
          <a href={`/admin/collections/${place.collection}/${place.id}?locale=${to}`}>{sayIn('workbench:toForm')}</a>
          {isCounted ? null : (
            <a download href={`/api/translation/${place.collection}/${place.id}/${to}/custody/csv`} id="custody">
              {sayIn('workbench:toCustody')}
            </a>
          )}
        </p>
      </div>
      <div className="bt-bench__tools">
        {!isCounted && (may.translate || may.review || may.publish) ? (
          <TakeLinks collection={place.collection} id={place.id} locale={to} />
        ) : null}
        <ActionButton disabled={!bench.canUndo} onClick={bench.undo} title={keyNames.undo}>
          {sayIn('workbench:do.undo')}
        </ActionButton>
        <ActionButton onClick={() => bench.ask({ kind: 'help' })} title={keyNames.help}>
          {sayIn('workbench:keys')}
        </ActionButton>
      </div>
      <Progress bench={bench} />
      <p className={bench.told?.isRefusal ? 'bt-bench__told bt-bench__told--refusal' : 'bt-bench__told'} role="status">
        {bench.told?.words ?? ''}
      </p>
    </header>
  );
};

const Lines = ({ bench, talk, to }: { bench: Workbench; talk: Talk; to: StudioLocale }) => {
  const { sayIn } = useWords();
  const { segments, source } = bench.sheet;
  const key = bench.places.open?.segment;
  useEffect(() => {
    if (key !== undefined) document.getElementById(`line-${key}`)?.scrollIntoView({ block: 'center' });
  }, [key]);
  if (bench.places.shown.length === 0) return <p className="bt-bench__none">{sayIn('workbench:nothing')}</p>;
  return (
    <ol aria-label={sayIn('workbench:lines')} className="bt-lines">
      {bench.places.shown.map((line) => {
        const shared = { line, number: segments.indexOf(line) + 1, from: source, to, talk };
        return line.segment === key ? (
          <LineEditor {...shared} hand={bench} key={line.segment} onKeyDown={bench.press} typing={bench.typing} />
        ) : (
          <LineRow {...shared} key={line.segment} onOpen={() => bench.places.openLine(line.segment)} />
        );
      })}
    </ol>
  );
};

const Bench = ({ hand, sheet, place, to }: { hand: SheetHand; sheet: Sheet; place: Place; to: StudioLocale }) => {
  const { sayIn } = useWords();
  const bench = useWorkbench(hand, sheet, { ...place, locale: to });
  const talk = useTalk(place, sheet.segments.map(({ segment }) => segment).join(' '));
  useArrival(talk, bench.places);
  return (
    <>
      {sheet.isCounted ? <NotPrinted /> : null}
      <Head bench={bench} place={place} to={to} />
      <WorkPanel {...place} key={bench.sheet.state} />
      <MachinePart bench={bench} onFilled={() => void hand.reload()} place={{ ...place, locale: to }} />
      <div className="bt-bench__work">
        <Lines bench={bench} talk={talk} to={to} />
        <HelpSide bench={bench} to={to} />
      </div>
      <GoneTalk talk={talk} />
      <Questions bench={bench} to={to} />
      <LeaveGuard unsaved={bench.typing.isUnsaved || talk.drafts.isUnsaid} words={sayIn('workbench:unsaved')} />
    </>
  );
};

/** The workbench of one language of one document. */
export const WorkbenchScreen = (place: Place) => {
  const { sayIn } = useWords();
  const hand = useSheet(place);
  const { locale } = place;
  if (!isStudioLocale(locale)) return <p className="bt-bench">{sayIn('workbench:unreachable')}</p>;
  return (
    <main className="bt-bench">
      {hand.trouble ? <p role="alert">{hand.trouble}</p> : null}
      {hand.sheet ? <Bench hand={hand} place={place} sheet={hand.sheet} to={locale} /> : null}
      {!hand.sheet && !hand.trouble ? <p aria-busy="true">{sayIn('workbench:loading')}</p> : null}
    </main>
  );
};
