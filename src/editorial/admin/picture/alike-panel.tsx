'use client';
import { type PairList, pairList } from '../look-alikes/pair-answer.ts';
import { useWords } from '../words/use-words.ts';
import { HeardPanel } from './heard-panel.tsx';
import { useAnswer } from './use-answer.ts';

type Pair = PairList['pairs'][number];

const AlikeRow = ({ pair, id }: { pair: Pair; id: string }) => {
  const { say } = useWords();
  const [one, second] = pair.pictures;
  const other = one.id === id ? second : one;
  return (
    <li>
      <img alt="" loading="lazy" src={`/api/images/${other.id}/file?width=320`} />
      <div>
        <a href={`/admin/collections/images/${other.id}`}>
          <strong>{other.title}</strong>
        </a>
        <p>
          {other.width} × {other.height} · {say('pairs.alike', { percent: Math.round((1 - pair.fine / 256) * 100) })}
        </p>
        <a className="bt-button bt-button--plain" href={`/admin/look-alikes?pair=${pair.id}`}>
          {say('picture.compare')}
        </a>
      </div>
    </li>
  );
};

const Pairs = ({ id, state }: { id: string; state: 'open' | 'merged' }) => {
  const { say } = useWords();
  const heard = useAnswer(`/api/images/look-alikes?state=${state}&image=${id}`, pairList);
  return (
    <HeardPanel heard={heard}>
      {({ pairs }) =>
        pairs.length === 0 ? (
          <p className="bt-panel__hint">{say(`picture.alike.none.${state}`)}</p>
        ) : (
          <ul className="bt-alike">
            {pairs.map((pair) => (
              <AlikeRow id={id} key={pair.id} pair={pair} />
            ))}
          </ul>
        )
      }
    </HeardPanel>
  );
};

/** Pairs in the review queue of which the picture is one half, and those that were merged. For curators, whose queue it is. */
export const AlikePanel = ({ id }: { id: string }) => {
  const { say } = useWords();
  return (
    <div id="picture-alike">
      <h3>{say('pairs.state.open')}</h3>
      <Pairs id={id} state="open" />
      <h3>{say('pairs.state.merged')}</h3>
      <Pairs id={id} state="merged" />
    </div>
  );
};
