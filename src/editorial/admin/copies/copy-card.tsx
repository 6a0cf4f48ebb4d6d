'use client';
import { toast } from '@payloadcms/ui';
import { useState } from 'react';
import { ownNames } from '#languages/locales.ts';
import type { RegisterLine } from '../../copies/register.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { formatMoment } from '../words/format-time.ts';
import { useWords } from '../words/use-words.ts';
import { type CopyAct, CopyActDialog } from './copy-act-dialog.tsx';
import { useSending } from './use-copies.ts';

/** What happened to a copy, and when. */
const Facts = ({ line }: { line: RegisterLine }) => {
  const { say, language } = useWords();
  const { made, returned, destroyed, confirmed } = line;
  const told = Object.entries({ made, returned, destroyed, confirmed }).flatMap(([what, one]) =>
    one
      ? [
          say(`copies.fact.${what}`, {
            name: one.name ?? say('deletion.somebody'),
            time: formatMoment(one.at, language),
          }),
        ]
      : [],
  );
  return (
    <p className="bt-copies__facts">
      {told.map((words) => (
        <span key={words}>{words}</span>
      ))}
      {destroyed?.how ? <q>{destroyed.how}</q> : null}
    </p>
  );
};

const Head = ({ line }: { line: RegisterLine }) => {
  const { say } = useWords();
  const { number, nth, total, level, compartments, title, collection, id } = line;
  const heading = { number, nth, total, language: ownNames[line.locale], level: say(`level.${level}`) };
  return (
    <>
      <h2>
        {say('copies.line', heading)}
        {compartments.length > 0 ? ` · ${compartments.join(' · ')}` : ''}
      </h2>
      <p className="bt-copies__facts">
        <a href={`/admin/collections/${collection}/${id}`}>{title || say('desk.untitled')}</a>
        <span>{say(`copies.form.${line.form}`)}</span>
        <b>{say(`copies.state.${line.state}`)}</b>
        {line.holderName ? <span>{line.holderName}</span> : null}
        {line.place ? <span>{line.place}</span> : null}
        <span>{say('copies.page.recipient', { recipient: line.recipient })}</span>
        <span>{line.term ? say('copies.page.term', { day: line.term }) : say('copies.page.noTerm')}</span>
      </p>
      <q>{line.purpose}</q>
      {line.changed && line.now ? <strong>{say('copies.changed', { now: say(`level.${line.now}`) })}</strong> : null}
    </>
  );
};

interface Props {
  line: RegisterLine;
  onDone: () => void;
}

/** One line of the register, and what the person can write into it. */
export const CopyCard = ({ line, onDone }: Props) => {
  const { say } = useWords();
  const [open, setOpen] = useState<CopyAct | null>(null);
  const { busy, refusal, send } = useSending();
  const { may, number } = line;
  const tell = () => {
    toast.success(say('copies.written'));
    onDone();
  };
  const done = () => {
    setOpen(null);
    tell();
  };
  const act = async (what: 'confirm-copy' | 'keep-copy') => {
    if (await send(`/api/copy-register/${number}/${what}`, {})) tell();
  };
  return (
    <li className={`bt-card bt-copies__copy bt-copies__copy--${line.state}`} id={`copy-${number}`}>
      <Head line={line} />
      <Facts line={line} />
      {refusal ? <RefusalList collection="markings" refusal={refusal} /> : null}
      <p className="bt-copies__acts">
        {may.move ? <ActionButton onClick={() => setOpen('move-copy')}>{say('copies.move')}</ActionButton> : null}
        {may.giveBack ? (
          <ActionButton onClick={() => setOpen('return-copy')}>{say('copies.giveBack')}</ActionButton>
        ) : null}
        {may.destroy ? (
          <ActionButton onClick={() => setOpen('destroy-copy')}>{say('copies.destroy')}</ActionButton>
        ) : null}
        {may.confirm ? (
          <ActionButton busy={busy} kind="danger" onClick={() => void act('confirm-copy')}>
            {say('copies.confirm')}
          </ActionButton>
        ) : null}
        {may.keep ? <ActionButton onClick={() => void act('keep-copy')}>{say('copies.keep')}</ActionButton> : null}
      </p>
      {open ? <CopyActDialog act={open} number={number} onClose={() => setOpen(null)} onDone={done} /> : null}
    </li>
  );
};
