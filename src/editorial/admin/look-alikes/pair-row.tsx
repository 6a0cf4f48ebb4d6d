'use client';
import { useWords } from '../words/use-words.ts';
import type { PairList } from './pair-answer.ts';

/** A pair in the list: both pictures, and how alike they are. */
export const PairRow = ({ pair, onOpen }: { pair: PairList['pairs'][number]; onOpen: () => void }) => {
  const { say } = useWords();
  const [one, other] = pair.pictures;
  return (
    <li>
      <button onClick={onOpen} type="button">
        <span className="bt-pairs__thumbs">
          {pair.pictures.map(({ id }) => (
            <img alt="" key={id} loading="lazy" src={`/api/images/${id}/file?width=320`} />
          ))}
        </span>
        <span className="bt-pairs__names">
          <strong>{one.title}</strong>
          <strong>{other.title}</strong>
          <span>{say('pairs.alike', { percent: Math.round((1 - pair.fine / 256) * 100) })}</span>
        </span>
      </button>
    </li>
  );
};
