'use client';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { type Member, placeOf, type Step } from './member-list.ts';
import type { useMembers } from './use-members.ts';

interface Tools {
  readonly list: ReturnType<typeof useMembers>;
  readonly selected: Member | null;
  readonly cover: string | null;
  readonly onAdd: () => void;
  readonly onCover: (id: string) => void;
}

const steps: readonly Step[] = ['front', 'earlier', 'later', 'end'];

/** What can be done with the picture that is chosen, and the way to more pictures. */
export const MemberTools = ({ list, selected, cover, onAdd, onCover }: Tools) => {
  const { say } = useWords();
  const go = (step: Step) => {
    const place = selected && placeOf(list.members, selected.id, step);
    if (selected && place) void list.move(selected.id, place);
  };
  const isStuck = (step: Step): boolean => {
    const index = list.members.findIndex(({ id }) => id === selected?.id);
    if (step === 'front' || step === 'earlier') return index <= 0;
    return index === list.members.length - 1 && (step === 'later' || list.more === null);
  };
  return (
    <div className="bt-album__tools">
      <ActionButton busy={list.busy} id="album-add" kind="primary" onClick={onAdd}>
        {say('album.add')}
      </ActionButton>
      {selected ? (
        <fieldset className="bt-album__steps">
          <legend>{selected.title}</legend>
          {steps.map((step) => (
            <ActionButton
              disabled={list.busy || isStuck(step)}
              id={`album-${step}`}
              key={step}
              onClick={() => go(step)}
            >
              {say(`album.${step}`)}
            </ActionButton>
          ))}
          <ActionButton disabled={cover === selected.id} id="album-cover" onClick={() => onCover(selected.id)}>
            {say('album.cover')}
          </ActionButton>
          <ActionButton
            disabled={list.busy}
            id="album-remove"
            kind="link"
            onClick={() => void list.remove(selected.id)}
          >
            {say('album.remove')}
          </ActionButton>
          <a className="bt-button" href={`/admin/collections/images/${selected.id}`}>
            {say('album.open')}
          </a>
        </fieldset>
      ) : (
        <p className="bt-panel__hint">{say('album.hint')}</p>
      )}
    </div>
  );
};
