'use client';
import { memo } from 'react';
import { useWords } from '../words/use-words.ts';
import type { Picture } from './answers.ts';
import type { Tile } from './grid-layout.ts';
import { thumbhashUrl } from './thumbhash-url.ts';

/** Widths in which small pictures are kept. */
const widths = [160, 320, 640, 1024];

const widthFor = ({ width }: Tile): number => {
  const wanted = width * Math.min(2, globalThis.devicePixelRatio ?? 1);
  return widths.find((one) => one >= wanted * 0.9) ?? 1024;
};

/** What a reader of the screen hears, and what is seen at the lower edge. */
const Caption = ({ picture }: { picture: Picture }) => {
  const { say } = useWords();
  return (
    <span className="bt-tile__caption">
      <span className="bt-tile__title">
        {picture.title || say('desk.untitled')}
        {picture.titleIn ? (
          <abbr className="bt-language" title={say(`language.${picture.titleIn}`)}>
            {say(`language.short.${picture.titleIn}`)}
          </abbr>
        ) : null}
      </span>
    </span>
  );
};

const Badges = ({ badges }: { badges: readonly string[] }) => {
  const { say } = useWords();
  return (
    <span className="bt-tile__badges">
      {badges.map((badge) => (
        <span className={`bt-tile__badge bt-tile__badge--${badge}`} key={badge}>
          {say(`archive.badge.${badge}`)}
        </span>
      ))}
    </span>
  );
};

export interface GridTileProps {
  tile: Tile;
  total: number;
  picture: Picture | undefined;
  selected: boolean;
  focused: boolean;
}

/** One picture of the grid: a colour, then the placeholder that its record carries, then a small picture. */
export const GridTile = memo(({ tile, total, picture, selected, focused }: GridTileProps) => {
  const { left, top, width, height, at } = tile;
  const placeholder = picture ? thumbhashUrl(picture.thumbhash) : undefined;
  return (
    <div
      aria-posinset={at + 1}
      aria-selected={selected}
      aria-setsize={total}
      className="bt-tile"
      data-at={at}
      id={`archive-${at}`}
      role="option"
      style={{ left, top, width, height, ...(placeholder ? { backgroundImage: `url(${placeholder})` } : {}) }}
      tabIndex={focused ? 0 : -1}
    >
      {picture ? (
        <>
          <img alt="" draggable={false} loading="lazy" src={`/api/images/${picture.id}/file?width=${widthFor(tile)}`} />
          <Badges badges={picture.badges} />
          <Caption picture={picture} />
        </>
      ) : null}
      <span aria-hidden="true" className="bt-tile__check" />
    </div>
  );
});
GridTile.displayName = 'GridTile';
