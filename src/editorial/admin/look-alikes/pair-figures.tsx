'use client';
import { useId, useState } from 'react';
import { inBrackets } from '#languages/punctuation.ts';
import { formatSize } from '../words/format-size.ts';
import { useWords } from '../words/use-words.ts';
import type { OnePair, PairPicture } from './pair-answer.ts';

const src = (id: string) => `/api/images/${id}/file?width=1024`;

/** `image/jpeg` as people call it. */
const typeName = (type: string) => type.replace(/^image\/(x-)?/, '').toUpperCase();

const Facts = ({ picture }: { picture: PairPicture }) => {
  const { say, language } = useWords();
  const { width, height, bytes, type, filename } = picture.master;
  return (
    <>
      <a href={`/admin/collections/images/${picture.id}`}>
        <strong>{picture.title}</strong>
      </a>
      <span>
        {`${width} × ${height} · ${typeName(type)} · ${formatSize(bytes, language)}`}
        {filename ? ` · ${filename}` : ''}
      </span>
      {picture.uses.length === 0 ? (
        <span>{say('pairs.unused')}</span>
      ) : (
        <ul>
          {picture.uses.map((use) => (
            <li key={use.id}>
              <a href={`/admin/collections/${use.collection}/${use.id}`}>{use.title}</a>
              {use.published.length > 0 || use.cover
                ? ` ${inBrackets('', say(use.cover ? 'pairs.asCover' : 'pairs.published'), language).trim()}`
                : ''}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

interface Props {
  pair: OnePair;
  kept: 0 | 1;
  /** Null where nothing is to be chosen any more. */
  onKeep: ((side: 0 | 1) => void) | null;
}

/** Both pictures side by side, or one over the other so that only what differs is bright. */
export const PairFigures = ({ pair, kept, onKeep }: Props) => {
  const { say } = useWords();
  const name = useId();
  const [over, setOver] = useState(false);
  return (
    <>
      <div className="bt-pairs__figures" data-over={over}>
        {pair.pictures.map((picture, index) => (
          <figure key={picture.id}>
            <img alt={picture.title} src={src(picture.id)} />
            {over && index === 0 ? (
              <img alt="" aria-hidden="true" className="bt-pairs__over" src={src(pair.pictures[1].id)} />
            ) : null}
            <figcaption>
              <Facts picture={picture} />
              {onKeep ? (
                <label>
                  <input
                    checked={kept === index}
                    name={name}
                    onChange={() => onKeep(index === 0 ? 0 : 1)}
                    type="radio"
                  />
                  {say('pairs.keep')}
                  {pair.better === picture.id ? <em>{say('pairs.better')}</em> : null}
                </label>
              ) : (
                <span>{say(index === 0 ? 'pairs.isKept' : 'pairs.isBehind')}</span>
              )}
            </figcaption>
          </figure>
        ))}
      </div>
      <label className="bt-pairs__switch">
        <input checked={over} onChange={(event) => setOver(event.target.checked)} type="checkbox" />
        {say('pairs.over')}
      </label>
    </>
  );
};
