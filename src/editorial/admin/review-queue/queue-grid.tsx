'use client';
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { layOut, neighbour, rowOf, rowsAround, tilesOf } from '../archive/grid-layout.ts';
import { useSight } from '../archive/use-sight.ts';
import { useWords } from '../words/use-words.ts';
import type { Hint, QueuePicture } from './answers.ts';
import { type KeyAct, readKey } from './keys.ts';
import type { Picked } from './picked.ts';
import { QueueTile } from './queue-tile.tsx';

/** Pixels: every picture has the same room, and stands whole in it. */
const shape = { rowHeight: 150, gap: 8, ratio: 1.3 };
/** Rows before the end at which more is asked for. */
const ahead = 6;

interface Props {
  readonly pictures: readonly QueuePicture[];
  readonly total: number;
  readonly picked: Picked;
  readonly focus: number;
  readonly hintsOf: (picture: QueuePicture) => readonly Hint[];
  readonly onFocus: (at: number) => void;
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
  const layout = useMemo(() => layOut(ratios, { width, ...shape }), [ratios, width]);
  const [first, last] = rowsAround(layout, { top, height });
  const [from, to] = [layout.starts[first] ?? 0, layout.starts[last + 1] ?? 0];
  useEffect(() => onSight(from, to), [onSight, from, to]);
  useEffect(() => {
    if (layout.rows - last <= ahead) onMore();
  }, [layout.rows, last, onMore]);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const row = rowOf(layout, focus);
    const [upper, tall] = [layout.tops[row] ?? 0, layout.heights[row] ?? 0];
    if (upper < element.scrollTop) element.scrollTop = upper;
    else if (upper + tall > element.scrollTop + element.clientHeight)
      element.scrollTop = upper + tall - element.clientHeight + shape.gap;
  }, [layout, focus]);
  const move = (place: number, extend: boolean): void => {
    const at = Math.min(pictures.length - 1, Math.max(0, place));
    onFocus(at);
    if (extend) onPick(at, true);
  };
  const press = (event: KeyboardEvent): void => {
    const act = readKey(event);
    if (!act) return;
    event.preventDefault();
    if (act.do === 'move') move(focus + act.by, act.extends);
    else if (act.do === 'row') move(neighbour(layout, ratios, focus, act.by), act.extends);
    else onAct(act);
  };
  const click = (event: MouseEvent): void => {
    const tile = event.target instanceof Element ? event.target.closest('[data-at]') : null;
    if (!tile) return;
    const at = Number(tile.getAttribute('data-at'));
    onFocus(at);
    onPick(at, event.shiftKey);
  };
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
