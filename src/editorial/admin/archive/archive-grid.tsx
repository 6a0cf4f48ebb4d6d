'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { layOut, rowsAround, tilesOf } from './grid-layout.ts';
import { GridTile } from './grid-tile.tsx';
import { isSelected, type Selection } from './selection.ts';
import { tallScroll } from './tall-scroll.ts';
import { useAwaited } from './use-awaited.ts';
import { type Acts, gap, useHands } from './use-hands.ts';
import { usePictures } from './use-pictures.ts';
import { useSight } from './use-sight.ts';

export interface GridProps extends Acts {
  ratios: Float32Array;
  question: string;
  round: number;
  rowHeight: number;
  selection: Selection;
}

/** The grid: everything that was found, of which only what is in sight is drawn. */
export const ArchiveGrid = (props: GridProps) => {
  const { ratios, question, round, rowHeight, selection } = props;
  const { say } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const { width, height, top } = useSight(frame);
  const [focus, setFocus] = useState(0);
  const layout = useMemo(() => layOut(ratios, { width, rowHeight, gap }), [ratios, width, rowHeight]);
  const scroll = useMemo(() => tallScroll(layout.height, height), [layout, height]);
  const seen = scroll.seenAt(top);
  const [first, last] = rowsAround(layout, { top: seen, height });
  const [from, to] = [layout.starts[first] ?? 0, layout.starts[last + 1] ?? 0];
  const pictures = usePictures(question, round, from, to);
  const at = Math.min(focus, Math.max(0, layout.count - 1));

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at its top
  useEffect(() => {
    frame.current?.scrollTo({ top: 0 });
    setFocus(0);
  }, [question]);

  const onAwait = useAwaited(question, pictures.at, props.onOpen);
  const hands = useHands({ ...props, frame, layout, scroll, at, setFocus, pictureAt: pictures.at, onAwait });
  const rows = Array.from({ length: layout.rows === 0 ? 0 : last - first + 1 }, (_, row) => first + row);
  return (
    <div className="bt-archive__frame" ref={frame}>
      <div
        aria-label={say('archive.pictures')}
        aria-multiselectable="true"
        className="bt-archive__grid"
        id="archive-grid"
        onClick={hands.click}
        onDoubleClick={hands.open}
        onKeyDown={hands.press}
        role="listbox"
        style={{ height: scroll.height }}
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
                tile={{ ...tile, top: tile.top - seen + top }}
                total={layout.count}
              />
            );
          })}
      </div>
    </div>
  );
};
