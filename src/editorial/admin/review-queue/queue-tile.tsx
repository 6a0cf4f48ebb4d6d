'use client';
import { memo } from 'react';
import type { Tile } from '../archive/grid-layout.ts';
import { thumbhashUrl } from '../archive/thumbhash-url.ts';
import { useWords } from '../words/use-words.ts';
import type { Hint, QueuePicture } from './answers.ts';

interface Props {
  readonly picture: QueuePicture;
  readonly tile: Tile;
  readonly total: number;
  readonly selected: boolean;
  readonly focused: boolean;
  /** Of the record and, once it is known, of the file. */
  readonly hints: readonly Hint[];
}

/** A picture of the queue, whole, with the first word of secrecy that was found at it. */
export const QueueTile = memo(({ picture, tile, total, selected, focused, hints }: Props) => {
  const { say } = useWords();
  const { left, top, width, height, at } = tile;
  const placeholder = thumbhashUrl(picture.thumbhash);
  const first = hints.find(({ certainty }) => certainty !== 'hint') ?? hints[0];
  const level = picture.request ? say(`level.${picture.request.level}`) : null;
  const name = [picture.title || picture.filename, ...hints.map(({ words }) => words), ...(level ? [level] : [])];
  return (
    <div
      aria-posinset={at + 1}
      aria-selected={selected}
      aria-setsize={total}
      className={`bt-tile bt-queue__tile${focused ? ' bt-queue__tile--focused' : ''}`}
      data-at={at}
      id={`queue-${at}`}
      role="option"
      tabIndex={-1}
      style={{ left, top, width, height, ...(placeholder ? { backgroundImage: `url(${placeholder})` } : {}) }}
    >
      <img alt="" draggable={false} loading="lazy" src={`/api/images/${picture.id}/file?width=320`} />
      <span className="bt-queue__name">{name.join(', ')}</span>
      <span aria-hidden="true" className="bt-tile__badges">
        {first ? <mark className={`bt-queue__hint bt-queue__hint--${first.certainty}`}>{first.words}</mark> : null}
        {hints.length > 1 ? <span className="bt-tile__badge">{`+${hints.length - 1}`}</span> : null}
        {level ? <span className="bt-tile__badge">{level}</span> : null}
      </span>
      <span aria-hidden="true" className="bt-tile__check" />
    </div>
  );
});
QueueTile.displayName = 'QueueTile';
