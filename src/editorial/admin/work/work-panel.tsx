'use client';
import { useState } from 'react';
import { dayInWords } from '../../words/day-in-words.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Moment } from '../shell/moment.tsx';
import { useWords } from '../words/use-words.ts';
import type { ToldWork } from './answers.ts';
import { GiveDialog } from './give-dialog.tsx';
import { useWork, type WorkHand } from './use-work.ts';

const Facts = ({ work }: { work: NonNullable<ToldWork['work']> }) => {
  const { sayIn, language } = useWords();
  const { translator, reviewer, due, isLate, turn, note, givenBy, givenAt } = work;
  const day = due === null ? sayIn('work:panel.none') : dayInWords(due, language);
  return (
    <>
      <dl className="bt-work__facts">
        <div>
          <dt>{sayIn('work:panel.translator')}</dt>
          <dd>{translator?.name ?? sayIn('work:panel.none')}</dd>
        </div>
        <div>
          <dt>{sayIn('work:panel.reviewer')}</dt>
          <dd>{reviewer?.name ?? sayIn('work:panel.none')}</dd>
        </div>
        <div>
          <dt>{sayIn('work:panel.due')}</dt>
          <dd className={isLate ? 'bt-late' : undefined}>{isLate ? sayIn('work:item.late', { day }) : day}</dd>
        </div>
        <div>
          <dt>{sayIn('work:panel.turn')}</dt>
          <dd>{sayIn(`work:turn.${turn}`)}</dd>
        </div>
      </dl>
      {note ? <p className="bt-work__note">{note}</p> : null}
      {givenBy && givenAt ? (
        <p className="bt-work__by">
          {sayIn('work:item.given', { name: givenBy.name })} · <Moment at={givenAt} />
        </p>
      ) : null}
    </>
  );
};

const Acts = ({ hand, isGiven, onGive }: { hand: WorkHand; isGiven: boolean; onGive: () => void }) => {
  const { sayIn } = useWords();
  return (
    <div className="bt-work__acts">
      <ActionButton id="work-give" onClick={onGive}>
        {sayIn(isGiven ? 'work:do.again' : 'work:do.give')}
      </ActionButton>
      {isGiven ? (
        <>
          <ActionButton busy={hand.isBusy} id="work-finish" kind="link" onClick={() => void hand.end('finished')}>
            {sayIn('work:do.finish')}
          </ActionButton>
          <ActionButton busy={hand.isBusy} id="work-withdraw" kind="link" onClick={() => void hand.end('withdrawn')}>
            {sayIn('work:do.withdraw')}
          </ActionButton>
        </>
      ) : null}
    </div>
  );
};

interface Props {
  readonly collection: string;
  readonly id: string;
  readonly locale: string;
}

/** Who has the language that lies on the workbench, until when, and for whoever may give it out the way to do so. */
export const WorkPanel = (place: Props) => {
  const { sayIn } = useWords();
  const hand = useWork(place);
  const [isOpen, setOpen] = useState(false);
  const { told } = hand;
  if (!told || (told.work === null && !told.mayGive)) return null;
  return (
    <section aria-label={sayIn('work:panel.title')} className="bt-work" id="work-panel">
      {told.work ? <Facts work={told.work} /> : <p className="bt-work__by">{sayIn('work:panel.nobody')}</p>}
      {told.mayGive ? <Acts hand={hand} isGiven={told.work !== null} onGive={() => setOpen(true)} /> : null}
      {hand.refusal && !isOpen ? (
        <p className="bt-refusal" role="alert">
          {hand.refusal}
        </p>
      ) : null}
      {isOpen ? <GiveDialog hand={hand} onClose={() => setOpen(false)} told={told} /> : null}
    </section>
  );
};
