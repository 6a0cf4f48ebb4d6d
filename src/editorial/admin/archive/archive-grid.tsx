'use client';
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { layOut, neighbour, rowAt, rowOf, tilesOf } from './grid-layout.ts';
import { GridTile } from './grid-tile.tsx';
import { isSelected, type Selection } from './selection.ts';
import { usePictures } from './use-pictures.ts';
import { useSight } from './use-sight.ts';

const gap = 6;
/** What is drawn above and below what is in sight, in pixels. */
const beyond = 600;

export interface GridProps {
  ratios: Float32Array;
  question: string;
  round: number;
  rowHeight: number;
  selection: Selection;
  /** A picture is pointed at, by a click or a key. */
  onPick: (id: string, at: number, how: { range: boolean; add: boolean }) => void;
  onAll: () => void;
  onNone: () => void;
  onOpen: (id: string) => void;
}

const placeOf = (target: EventTarget): number | null => {
  const tile = target instanceof Element ? target.closest('[data-at]') : null;
  return tile ? Number(tile.getAttribute('data-at')) : null;
};

const moves: Readonly<Record<string, { by: number } | { rows: number }>> = {
  ArrowRight: { by: 1 },
  ArrowLeft: { by: -1 },
  ArrowDown: { rows: 1 },
  ArrowUp: { rows: -1 },
  PageDown: { rows: 4 },
  PageUp: { rows: -4 },
  Home: { by: Number.NEGATIVE_INFINITY },
  End: { by: Number.POSITIVE_INFINITY },
};

/** The grid: everything that was found, of which only what is in sight is drawn. */
export const ArchiveGrid = (props: GridProps) => {
  const { ratios, question, round, rowHeight, selection, onPick, onAll, onNone, onOpen } = props;
  const { say } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const { width, height, top } = useSight(frame);
  const [focus, setFocus] = useState(0);
  const layout = useMemo(() => layOut(ratios, { width, rowHeight, gap }), [ratios, width, rowHeight]);
  const first = rowAt(layout, top - beyond);
  const last = rowAt(layout, top + height + beyond);
  const [from, to] = [layout.starts[first] ?? 0, layout.starts[last + 1] ?? 0];
  const pictures = usePictures(question, round, from, to);
  const at = Math.min(focus, Math.max(0, layout.count - 1));

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at its top
  useEffect(() => {
    frame.current?.scrollTo({ top: 0 });
    setFocus(0);
  }, [question]);

  const show = (place: number): void => {
    const row = rowOf(layout, place);
    const [upper, tall] = [layout.tops[row] ?? 0, layout.heights[row] ?? 0];
    const element = frame.current;
    if (!element) return;
    if (upper < element.scrollTop) element.scrollTop = upper;
    else if (upper + tall > element.scrollTop + element.clientHeight)
      element.scrollTop = upper + tall - element.clientHeight + gap;
    setFocus(place);
    requestAnimationFrame(() => document.getElementById(`archive-${place}`)?.focus({ preventScroll: true }));
  };
  const pick = (place: number, how: { range: boolean; add: boolean }): void => {
    const picture = pictures.at(place);
    if (picture) onPick(picture.id, place, how);
  };
  const click = (event: MouseEvent): void => {
    const place = placeOf(event.target);
    if (place === null) return;
    setFocus(place);
    const onCheck = event.target instanceof Element && event.target.classList.contains('bt-tile__check');
    pick(place, { range: event.shiftKey, add: event.ctrlKey || event.metaKey || onCheck });
  };
  const open = (place: number | null): void => {
    const picture = place === null ? undefined : pictures.at(place);
    if (picture) onOpen(picture.id);
  };
  const move = (key: string, range: boolean): boolean => {
    const step = moves[key];
    if (!step) return false;
    const raw = 'by' in step ? at + step.by : neighbour(layout, ratios, at, step.rows);
    const place = Math.min(layout.count - 1, Math.max(0, raw));
    show(place);
    if (range) pick(place, { range: true, add: false });
    return true;
  };
  const press = (event: KeyboardEvent): void => {
    const strong = event.ctrlKey || event.metaKey;
    if (strong && event.key.toLowerCase() === 'a') onAll();
    else if (event.key === 'Escape') onNone();
    else if (event.key === ' ') pick(at, { range: event.shiftKey, add: true });
    else if (event.key === 'Enter') open(at);
    else if (!move(event.key, event.shiftKey)) return;
    event.preventDefault();
  };

  const rows = Array.from({ length: layout.rows === 0 ? 0 : last - first + 1 }, (_, row) => first + row);
  return (
    <div className="bt-archive__frame" ref={frame}>
      <div
        aria-label={say('archive.pictures')}
        aria-multiselectable="true"
        className="bt-archive__grid"
        id="archive-grid"
        onClick={click}
        onDoubleClick={(event) => open(placeOf(event.target))}
        onKeyDown={press}
        role="listbox"
        style={{ height: layout.height }}
        tabIndex={layout.count === 0 ? 0 : -1}
      >
        {rows
          .flatMap((row) => tilesOf(layout, ratios, row))
          .map((tile) => {
            const picture = pictures.at(tile.at);
            return (
              <GridTile
                focused={tile.at === at}
                key={tile.at}
                picture={picture}
                selected={picture !== undefined && isSelected(selection, picture.id)}
                tile={tile}
                total={layout.count}
              />
            );
          })}
      </div>
    </div>
  );
};
