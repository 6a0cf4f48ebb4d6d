'use client';
import { type DragEvent, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import type { Member } from './member-list.ts';
import type { useMembers } from './use-members.ts';

interface Tiles {
  readonly list: ReturnType<typeof useMembers>;
  readonly chosen: string | null;
  readonly cover: string | null;
  readonly mayOrder: boolean;
  readonly onChoose: (id: string | null) => void;
}

/** Whether the pointer is over the second half of a tile: what is let go there goes behind it. */
const isBehind = (event: DragEvent<HTMLElement>): boolean => {
  const box = event.currentTarget.getBoundingClientRect();
  return event.clientX > box.left + box.width / 2;
};

const Tile = ({ member, isCover }: { member: Member; isCover: boolean }) => {
  const { say } = useWords();
  return (
    <>
      {member.isShown ? (
        <img alt="" loading="lazy" src={`/api/images/${member.id}/file?width=400`} />
      ) : (
        <span className="bt-album__blank" />
      )}
      <span className="bt-album__title">{member.title}</span>
      <span className="bt-album__marks">
        {isCover ? <span className="bt-chip bt-chip--published">{say('album.isCover')}</span> : null}
        {member.isPublic ? null : <span className="bt-chip">{say('album.notPublic')}</span>}
      </span>
    </>
  );
};

/** Pictures side by side, in order. One is chosen by a click and moved by the buttons above, or dragged. */
export const MemberTiles = ({ list, chosen, cover, mayOrder, onChoose }: Tiles) => {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<{ id: string; behind: boolean } | null>(null);
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  const drop = (event: DragEvent<HTMLElement>, id: string) => {
    event.preventDefault();
    if (dragged !== null && dragged !== id) void list.move(dragged, isBehind(event) ? { after: id } : { before: id });
    end();
  };
  const hover = (event: DragEvent<HTMLElement>, id: string) => {
    if (dragged === null || dragged === id) return;
    event.preventDefault();
    setOver({ id, behind: isBehind(event) });
  };
  const edge = (id: string) => (over?.id === id ? ` bt-album__tile--${over.behind ? 'behind' : 'before'}` : '');
  return (
    <ol aria-busy={list.busy} className="bt-album__tiles" id="album-tiles">
      {list.members.map((member) => (
        <li
          className={`bt-album__tile${edge(member.id)}`}
          draggable={mayOrder}
          key={member.id}
          onDragEnd={end}
          onDragOver={(event) => hover(event, member.id)}
          onDragStart={() => setDragged(member.id)}
          onDrop={(event) => drop(event, member.id)}
        >
          {mayOrder ? (
            <button
              aria-pressed={chosen === member.id}
              onClick={() => onChoose(chosen === member.id ? null : member.id)}
              type="button"
            >
              <Tile isCover={cover === member.id} member={member} />
            </button>
          ) : (
            <div>
              <Tile isCover={cover === member.id} member={member} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
};
