'use client';
import { useEffect, useMemo, useRef } from 'react';
import { layOut, rowsAround, tilesOf } from '../archive/grid-layout.ts';
import { useSight } from '../archive/use-sight.ts';
import { useWords } from '../words/use-words.ts';
import type { Hint, QueuePicture } from './answers.ts';
import type { KeyAct } from './keys.ts';
import type { Picked } from './picked.ts';
import { QueueTile } from './queue-tile.tsx';
import { useInSight, useQueueHands } from './use-queue-hands.ts';

/** Pixels: every picture has the same room, and stands whole in it. */
const shape = { rowHeight: 150, gap: 8, ratio: 1.3 };
/** Room around all of them, for the mark of the one in hand; pixels on each side. */
const edge = 4;
/** Rows before the end at which more is asked for. */
const ahead = 6;

interface Props {
  readonly pictures: readonly QueuePicture[];
  readonly total: number;
  readonly picked: Picked;
  readonly focus: number;
  readonly hintsOf: (picture: QueuePicture) => readonly Hint[];
  readonly onFocus: (at: number, begins: boolean) => void;
  readonly onPick: (at: number, range: boolean) => void;
  readonly onAct: (act: KeyAct) => void;
  readonly onSight: (from: number, to: number) => void;
  readonly onMore: () => void;
}

/** The pictures of the queue, of which only what is in sight is drawn. Keys work as long as it has the focus. */
export const QueueGrid = (props: Props) => {
  const { pictures, picked, focus, onFocus, onPick, onAct, onSight, onMore } = props;
  const { say } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const { width, height, top } = useSight(frame);
  const ratios = useMemo(() => new Float32Array(pictures.length).fill(shape.ratio), [pictures.length]);
  const inner = Math.max(0, width - 2 * edge);
  const layout = useMemo(() => layOut(ratios, { width: inner, ...shape }), [ratios, inner]);
  const [first, last] = rowsAround(layout, { top, height });
  const [from, to] = [layout.starts[first] ?? 0, layout.starts[last + 1] ?? 0];
  useEffect(() => onSight(from, to), [onSight, from, to]);
  useEffect(() => {
    if (layout.rows - last <= ahead) onMore();
  }, [layout.rows, last, onMore]);
  useInSight(frame, layout, focus, shape.gap);
  const { press, click } = useQueueHands({ focus, layout, onAct, onFocus, onPick, ratios });
  const rows = layout.rows === 0 ? [] : Array.from({ length: last - first + 1 }, (_, row) => first + row);
  return (
    <div className="bt-archive__frame" ref={frame}>
      <div
        aria-activedescendant={pictures.length > 0 ? `queue-${focus}` : undefined}
        aria-label={say('queue.title')}
        aria-multiselectable="true"
        className="bt-archive__grid bt-queue__grid"
        id="queue-grid"
        onClick={click}
        onKeyDown={press}
        role="listbox"
        style={{ height: layout.height }}
        tabIndex={0}
      >
        {rows
          .flatMap((row) => tilesOf(layout, ratios, row))
          .map((tile) => {
            const picture = pictures[tile.at];
            return picture ? (
              <QueueTile
                focused={tile.at === focus}
                hints={props.hintsOf(picture)}
                key={picture.marking}
                picture={picture}
                selected={picked.ids.has(picture.marking)}
                tile={tile}
                total={props.total}
              />
            ) : null;
          })}
      </div>
    </div>
  );
};
