'use client';
import { useState } from 'react';
import { listed } from '#languages/punctuation.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { Moment } from '../shell/moment.tsx';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type EditJob, isGoing, leftOutAnswer } from './edit-answers.ts';
import { useChangeName } from './use-change-name.ts';
import { useFacetWords } from './use-facet-words.ts';
import { useReason } from './use-reason.ts';

type Act = (id: string, verb: 'cancel' | 'retry' | 'undo') => Promise<void>;

const LeftOut = ({ job }: { job: EditJob }) => {
  const { say, language } = useWords();
  const { countWords } = useFacetWords();
  const reason = useReason();
  const [shown, setShown] = useState<readonly { picture: string; code: string | null }[] | null>(null);
  const show = async (): Promise<void> => {
    const answer = await studioFetch(`/api/images/edits/${job.id}`, language);
    if (answer.ok) setShown(leftOutAnswer.parse(answer.body).leftOut);
  };
  if (job.left === 0) return null;
  if (!shown)
    return (
      <ActionButton kind="link" onClick={() => void show()}>
        {say('archive.job.left', { number: countWords(job.left) })}
      </ActionButton>
    );
  return (
    <ul className="bt-job__left">
      {shown.map(({ picture, code }) => (
        <li key={picture}>
          <a href={`/admin/collections/images/${picture}`}>{picture.slice(0, 8)}</a> {reason(code)}
        </li>
      ))}
    </ul>
  );
};

const Job = ({ job, act }: { job: EditJob; act: Act }) => {
  const { say, language } = useWords();
  const { countWords } = useFacetWords();
  const nameOf = useChangeName();
  const fields = Object.keys(job.change ?? {});
  const names = fields.map(nameOf);
  const button = (verb: 'cancel' | 'retry' | 'undo') => (
    <ActionButton key={verb} onClick={() => void act(job.id, verb)}>
      {say(`archive.job.${verb}`)}
    </ActionButton>
  );
  return (
    <li className="bt-job">
      <div className="bt-job__head">
        <strong>{job.undoes ? say('archive.job.undoing') : listed(names, language)}</strong>
        <span className={`bt-job__state bt-job__state--${job.state}`}>
          {say(job.undone ? 'archive.job.undone' : `archive.job.state.${job.state}`)}
        </span>
        {job.at ? <Moment at={job.at} /> : null}
      </div>
      <progress aria-label={say('archive.job.progress')} max={Math.max(1, job.total)} value={job.position} />
      <p>
        {say('archive.job.counts', {
          done: countWords(job.position),
          total: countWords(job.total),
          changed: countWords(job.changed),
        })}
      </p>
      <LeftOut job={job} />
      <div className="bt-job__acts">
        {isGoing(job) ? button('cancel') : null}
        {job.state === 'failed' || (job.state === 'cancelled' && !job.undone) ? button('retry') : null}
        {job.canUndo ? button('undo') : null}
      </div>
    </li>
  );
};

/** The person's edits of many pictures: how far each is, what it left out, and how to stop it or take it back. */
export const JobsDialog = ({ jobs, act, onClose }: { jobs: readonly EditJob[]; act: Act; onClose: () => void }) => {
  const { say } = useWords();
  return (
    <Dialog
      footer={<ActionButton onClick={onClose}>{say('archive.job.close')}</ActionButton>}
      onClose={onClose}
      title={say('archive.jobs')}
      wide
    >
      {jobs.length === 0 ? <p>{say('archive.jobs.none')}</p> : null}
      <ul className="bt-jobs" id="archive-jobs-list">
        {jobs.map((job) => (
          <Job act={act} job={job} key={job.id} />
        ))}
      </ul>
      <p className="bt-edit__note">{say('archive.jobs.kept')}</p>
    </Dialog>
  );
};
