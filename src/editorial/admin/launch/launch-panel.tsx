'use client';
import { toast } from '@payloadcms/ui';
import { useEffect, useRef, useState } from 'react';
import { ownNames } from '#languages/locales.ts';
import type { LaunchAnswer, ToldStanding } from '../../launch/answers.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { LanguageStanding } from './language-standing.tsx';
import { LaunchDialog } from './launch-dialog.tsx';
import { LaunchFates } from './launch-fates.tsx';
import { RecallDialog } from './recall-dialog.tsx';
import { type LaunchActs, useLaunch } from './use-launch.ts';
import { useLaunchWords } from './use-launch-words.ts';

interface Props {
  collection: string;
  id: string;
  /** Changes when the text was saved or published. */
  trigger: unknown;
  reload: () => Promise<unknown>;
}

type Doing = (words: string) => void;

/** Approves the draft of a language as it stands, or takes that back. */
const ApproveButtons = ({ standing, acts, done }: { standing: ToldStanding; acts: LaunchActs; done: Doing }) => {
  const { say } = useLaunchWords();
  const { locale, approved, mayApprove, mayPublish } = standing;
  const review = async (action: 'approve' | 'withdraw') => {
    if (await acts.act('review', { locale, action })) done(say(`${action}.done`, { language: ownNames[locale] }));
  };
  return (
    <span className="bt-launch__acts">
      {mayApprove ? (
        <ActionButton
          busy={acts.busy}
          id={`approve-${locale}`}
          label={say('approve.label', { language: ownNames[locale] })}
          onClick={() => void review('approve')}
        >
          {say(approved ? 'approve.again' : 'approve')}
        </ActionButton>
      ) : null}
      {approved && mayPublish ? (
        <ActionButton
          busy={acts.busy}
          id={`withdraw-${locale}`}
          kind="link"
          label={say('withdraw.label', { language: ownNames[locale] })}
          onClick={() => void review('withdraw')}
        >
          {say('withdraw')}
        </ActionButton>
      ) : null}
    </span>
  );
};

/** Languages worth a line: those of the launch, and where there is none those that have a text which is not out. */
const shownOf = ({ launch, languages }: LaunchAnswer): readonly ToldStanding[] =>
  languages.filter(({ locale, approved, mayApprove }) =>
    launch ? launch.locales.includes(locale) : approved !== null || mayApprove,
  );

/** Where each language stands, and what can be said of it. */
const Standings = ({ answer, acts, done }: { answer: LaunchAnswer; acts: LaunchActs; done: Doing }) => (
  <ul className="bt-launch__languages">
    {shownOf(answer).map((standing) => (
      <LanguageStanding key={standing.locale} standing={standing}>
        <ApproveButtons acts={acts} done={done} standing={standing} />
      </LanguageStanding>
    ))}
  </ul>
);

const Planned = ({ answer: { launch } }: { answer: LaunchAnswer }) => {
  const { say, whenOf } = useLaunchWords();
  if (!launch) return <p className="bt-panel__hint">{say('none')}</p>;
  return (
    <div className={`bt-launch__plan bt-launch__plan--${launch.state}`} id="launch-plan">
      <p>
        <span className="bt-chip">{say(`state.${launch.state}`)}</span> {whenOf(launch)}
      </p>
      <p>{say(`rule.${launch.rule}`)}</p>
      {launch.by ? <small>{say('by', { who: launch.by })}</small> : null}
      {launch.state === 'awaiting' ? <LaunchFates launch={launch} /> : null}
    </div>
  );
};

const Past = ({ answer: { past } }: { answer: LaunchAnswer }) => {
  const { say, whenOf } = useLaunchWords();
  if (past.length === 0) return null;
  return (
    <details className="bt-launch__past" id="launch-past">
      <summary>{say('past')}</summary>
      <ul>
        {past.map((launch) => (
          <li key={launch.id}>
            <p>
              <span className="bt-chip">{say(`state.${launch.state}`)}</span> {whenOf(launch)}
            </p>
            <LaunchFates launch={launch} />
          </li>
        ))}
      </ul>
    </details>
  );
};

/** What the person may do about the launch: no button stands here that would be refused. */
const Buttons = ({ answer, onOpen }: { answer: LaunchAnswer; onOpen: (dialog: Open) => void }) => {
  const { say } = useLaunchWords();
  const { launch, languages, recall } = answer;
  const mine = new Set(languages.filter(({ mayPublish }) => mayPublish).map(({ locale }) => locale));
  const mayDecide = mine.size > 0 && (launch?.locales ?? []).every((locale) => mine.has(locale));
  const isFixed = launch !== null && launch.state !== 'planned' && launch.state !== 'held';
  return (
    <div className="bt-panel__actions">
      {mayDecide && !isFixed ? (
        <ActionButton id="action-launch" onClick={() => onOpen('prepare')}>
          {say(launch ? 'change' : 'prepare')}
        </ActionButton>
      ) : null}
      {mayDecide && launch && launch.state !== 'going' ? (
        <ActionButton id="action-cancel-launch" kind="link" onClick={() => onOpen('cancel')}>
          {say('cancel')}
        </ActionButton>
      ) : null}
      {mine.size > 0 && recall.locales.length > 0 ? (
        <ActionButton id="action-recall" kind="link" onClick={() => onOpen('recall')}>
          {say('recall')}
        </ActionButton>
      ) : null}
    </div>
  );
};

/** A launch that goes out while somebody looks changes where the languages stand. */
const useNews = (answer: LaunchAnswer | null, reload: () => Promise<unknown>): void => {
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (!answer) return;
    const now = JSON.stringify([answer.launch?.state, answer.launch?.fates, answer.past.length]);
    if (seen.current !== null && seen.current !== now) void reload();
    seen.current = now;
  }, [answer, reload]);
};

type Open = 'prepare' | 'recall' | 'cancel';

/** The launch of the open text: what is planned, what each language lacks, what was, and what can be done. */
export const LaunchPanel = ({ collection, id, trigger, reload }: Props) => {
  const { say } = useLaunchWords();
  const acts = useLaunch(collection, id, trigger);
  const [open, setOpen] = useState<Open | null>(null);
  const { answer } = acts;
  useNews(answer, reload);
  if (!answer) return null;
  const mayAnything = answer.languages.some(({ mayPublish }) => mayPublish);
  if (!mayAnything && !answer.launch && answer.past.length === 0) return null;
  // Whatever ends beside a dialog leaves it open: somebody may have gone on before the answer came
  const tell: Doing = (words) => {
    toast.success(words);
    void reload();
  };
  const done: Doing = (words) => {
    setOpen(null);
    tell(words);
  };
  const openOne = async (dialog: Open) => {
    acts.forget();
    if (dialog !== 'cancel') return setOpen(dialog);
    if (await acts.act('launch/cancel', { revision: answer.launch?.revision ?? 0 })) tell(say('cancel.done'));
  };
  const dialog = { collection, answer, acts, onClose: () => setOpen(null) };
  return (
    <section aria-label={say('title')} className="bt-launch" id="launch-panel">
      <h3>{say('title')}</h3>
      <Planned answer={answer} />
      <Standings acts={acts} answer={answer} done={tell} />
      {acts.refusal && open === null ? <RefusalList collection={collection} refusal={acts.refusal} /> : null}
      <Buttons answer={answer} onOpen={(one) => void openOne(one)} />
      <Past answer={answer} />
      {open === 'prepare' ? (
        <LaunchDialog {...dialog} onDone={() => done(say(answer.launch ? 'change.done' : 'prepare.done'))} />
      ) : null}
      {open === 'recall' ? <RecallDialog {...dialog} onDone={() => done(say('recall.done'))} /> : null}
    </section>
  );
};
