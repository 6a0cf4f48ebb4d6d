'use client';
import { useCallback, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import type { QueuePicture } from './answers.ts';
import { HelpDialog } from './help-dialog.tsx';
import type { KeyAct } from './keys.ts';
import { LowerMany } from './lower-many.tsx';
import { QueueBar } from './queue-bar.tsx';
import { QueueGrid } from './queue-grid.tsx';
import { QueueSide } from './queue-side.tsx';
import { RaiseMany } from './raise-many.tsx';
import type { ActState } from './use-act.ts';
import { useHints } from './use-file-hints.ts';
import { usePicked } from './use-picked.ts';
import type { ListName, QueueHand } from './use-queue.ts';

/** Most pictures of one act. */
const most = 200;

interface Props {
  readonly list: ListName;
  readonly hand: QueueHand & { readonly held: NonNullable<QueueHand['held']> };
}

/** What is selected, up to what one act takes; where nothing is, the picture in hand. */
const chosen = (
  pictures: readonly QueuePicture[],
  ids: ReadonlySet<string>,
  current: QueuePicture | undefined,
): QueuePicture[] => {
  const some = pictures.filter(({ marking }) => ids.has(marking));
  return some.length > 0 || !current ? some.slice(0, most) : [current];
};

interface ActingProps extends Omit<Parameters<typeof LowerMany>[0], 'part'> {
  readonly list: ListName;
  readonly level: string;
}

/** The form in which the selected pictures are decided: by one person upwards, by two downwards. */
const Acting = ({ list, level, ...lower }: ActingProps) => {
  if (list === 'proposals') return <LowerMany {...lower} part="answer" />;
  if (level === 'internal') return <LowerMany {...lower} part="propose" />;
  return <RaiseMany level={level} onClose={lower.onClose} pictures={lower.pictures} />;
};

/** The pictures that are being decided about, and what becomes of list and selection once they are. */
const useActing = (
  ids: readonly string[],
  { reload, forget }: QueueHand,
  { setFocus, drop }: Pick<ReturnType<typeof usePicked>, 'setFocus' | 'drop'>,
) => {
  const [acting, setActing] = useState<readonly QueuePicture[] | null>(null);
  const close = ({ running, broken, decided }: ActState): void => {
    setActing(null);
    const left = decided.filter(({ code }) => code === null || code === 'review-decided');
    const gone = new Set(left.map(({ marking }) => marking));
    const first = ids.findIndex((id) => gone.has(id));
    if (first >= 0) setFocus(first, true);
    drop(gone);
    if (running || broken) reload();
    else forget(gone);
    document.getElementById('queue-grid')?.focus();
  };
  return { acting, close, begin: (some: readonly QueuePicture[]) => (some.length > 0 ? setActing(some) : undefined) };
};

/** The pictures of one list, the one that the keys are at, and what is done with those that are selected. */
export const QueueList = ({ list, hand }: Props) => {
  const { say } = useWords();
  const { held, more } = hand;
  const { pictures, levels, days } = held;
  const ids = pictures.map(({ marking }) => marking);
  const selection = usePicked(ids);
  const { picked, focus, pick, setFocus, act } = selection;
  const [level, setLevel] = useState('restricted');
  const [helps, setHelps] = useState(false);
  const [[from, to], setSight] = useState([0, 0]);
  const onSight = useCallback((first: number, last: number) => setSight([first, last]), []);
  const current = pictures[focus];
  const { acting, begin, close } = useActing(ids, hand, selection);
  const inHand = [...(acting ?? []), ...(current ? [current] : [])];
  const { hintsOf, fileOf } = useHints([...inHand, ...pictures.slice(from, to)]);
  const decide = () => begin(chosen(pictures, picked.ids, current));
  const onAct = (key: KeyAct): void => {
    act(key.do);
    if (key.do === 'decide') decide();
    else if (key.do === 'help') setHelps(true);
    else if (key.do === 'open' && current) window.open(`/admin/collections/images/${current.id}`, '_blank', 'noopener');
    else if (key.do === 'level') setLevel(levels[key.at] ?? level);
  };
  return (
    <>
      <QueueBar
        {...{ level, levels, list, most }}
        isEmpty={pictures.length === 0}
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
      {acting ? <Acting {...{ days, fileOf, hintsOf, level, list }} onClose={close} pictures={acting} /> : null}
      {helps ? <HelpDialog onClose={() => setHelps(false)} /> : null}
    </>
  );
};
