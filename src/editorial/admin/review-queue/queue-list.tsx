'use client';
import { useCallback, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import type { Hint, QueuePicture } from './answers.ts';
import { HelpDialog } from './help-dialog.tsx';
import type { KeyAct } from './keys.ts';
import { LowerMany } from './lower-many.tsx';
import { extendPicked, nothingPicked, pickThese, togglePicked, undoPicked } from './picked.ts';
import { QueueBar } from './queue-bar.tsx';
import { QueueGrid } from './queue-grid.tsx';
import { QueueSide } from './queue-side.tsx';
import { RaiseMany } from './raise-many.tsx';
import { useFileHints } from './use-file-hints.ts';
import type { ListName, QueueHand } from './use-queue.ts';

/** Most pictures of one act. */
const most = 200;

interface Props {
  readonly list: ListName;
  readonly hand: QueueHand & { readonly held: NonNullable<QueueHand['held']> };
}

/** The pictures of one list, the one that the keys are at, and what is done with those that are selected. */
export const QueueList = ({ list, hand }: Props) => {
  const { say } = useWords();
  const { held, more, reload } = hand;
  const { pictures, levels, days } = held;
  const [picked, setPicked] = useState(nothingPicked);
  const [place, setFocus] = useState(0);
  const [level, setLevel] = useState('restricted');
  const [acting, setActing] = useState<readonly QueuePicture[] | null>(null);
  const [helps, setHelps] = useState(false);
  const [[from, to], setSight] = useState([0, 0]);
  const onSight = useCallback((first: number, last: number) => setSight([first, last]), []);
  const focus = Math.max(0, Math.min(place, pictures.length - 1));
  const current = pictures[focus];
  const wanted = [...(acting ?? []), ...(current ? [current] : []), ...pictures.slice(from, to)];
  const files = useFileHints([...new Set(wanted.map(({ id }) => id))]);
  const hintsOf = ({ id, hints }: QueuePicture): readonly Hint[] => [...hints, ...(files.get(id) ?? [])];
  const fileOf = ({ id }: QueuePicture) => (files.has(id) ? (files.get(id) === null ? 'unread' : 'read') : 'waiting');
  const ids = pictures.map(({ marking }) => marking);

  const decide = (): void => {
    const chosen = pictures.filter(({ marking }) => picked.ids.has(marking));
    const some = chosen.length > 0 || !current ? chosen : [current];
    if (some.length > 0) setActing(some.slice(0, most));
  };
  const pick = (at: number, range: boolean): void => {
    const id = ids[at];
    if (id) setPicked((before) => (range ? extendPicked(before, ids, at) : togglePicked(before, id, at)));
  };
  const onAct = (act: KeyAct): void => {
    if (act.do === 'toggle') pick(focus, false);
    else if (act.do === 'all') setPicked((before) => pickThese(before, ids));
    else if (act.do === 'none') setPicked((before) => pickThese(before, []));
    else if (act.do === 'undo') setPicked(undoPicked);
    else if (act.do === 'decide') decide();
    else if (act.do === 'help') setHelps(true);
    else if (act.do === 'open' && current) window.open(`/admin/collections/images/${current.id}`, '_blank', 'noopener');
    else if (act.do === 'level') setLevel(levels[act.at] ?? level);
  };
  const close = (): void => {
    setActing(null);
    setPicked(nothingPicked);
    reload();
    document.getElementById('queue-grid')?.focus();
  };
  const lower = { days, hintsOf, onClose: close, pictures: acting ?? [] };
  const filesRead = (acting ?? []).every(({ id }) => files.has(id));
  return (
    <>
      <QueueBar
        {...{ level, levels, list }}
        onDecide={decide}
        onHelp={() => setHelps(true)}
        onLevel={setLevel}
        selected={picked.ids.size}
      />
      {pictures.length === 0 ? <p role="status">{say(`queue.nothing.${list}`)}</p> : null}
      <div className="bt-queue__body">
        <QueueGrid
          {...{ focus, hintsOf, onAct, onSight, picked, pictures }}
          onFocus={setFocus}
          onMore={more}
          onPick={pick}
          total={held.counts[list]}
        />
        {current ? <QueueSide file={fileOf(current)} hints={hintsOf(current)} picture={current} /> : null}
      </div>
      {acting && list === 'proposals' ? <LowerMany {...lower} filesRead={filesRead} part="answer" /> : null}
      {acting && list === 'pictures' && level === 'internal' ? (
        <LowerMany {...lower} filesRead={filesRead} part="propose" />
      ) : null}
      {acting && list === 'pictures' && level !== 'internal' ? (
        <RaiseMany level={level} onClose={close} pictures={acting} />
      ) : null}
      {helps ? <HelpDialog onClose={() => setHelps(false)} /> : null}
    </>
  );
};
