'use client';
import { memo, useEffect, useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { formatSize } from '../words/format-size.ts';
import { useWords } from '../words/use-words.ts';
import { inSightFirst } from './in-sight-first.ts';
import type { Item, Queue } from './queue.ts';

/** Height of a row and of the window on them, in CSS pixels. */
const rowHeight = 76;
const windowHeight = 456;
/** Rows above and below the window that are there already. */
const spare = 4;

/** What browsers show by themselves, unless it is so large that showing it would take long. */
const isShown = ({ type, size }: File): boolean =>
  /^image\/(jpeg|png|webp|avif|gif)$/.test(type) && size < 30 * 1024 * 1024;

const Thumbnail = ({ file }: { file: File }) => {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!isShown(file)) return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  // A file need not be the picture that its name says: then its kind stands there
  return url ? (
    <img
      alt=""
      className="bt-thumbnail"
      decoding="async"
      height={52}
      onError={() => setUrl(null)}
      src={url}
      width={70}
    />
  ) : (
    <span aria-hidden="true" className="bt-thumbnail bt-bring__kind">
      {file.name.split('.').at(-1)?.slice(0, 4)}
    </span>
  );
};

/** The state in words; what keeps a file from going on, or why it is refused. */
const Standing = ({ item }: { item: Item }) => {
  const { say, language } = useWords();
  const { state, sent, size, reason } = item;
  const isHeld = reason !== null || sent === 0;
  const words = say(`bring.state.${state}`);
  // What refuses without a word stands before the studio, e.g. a proxy
  const unsaid = say(state === 'failed' ? 'bring.unsaid' : 'bring.noLine');
  const why = reason === '' ? unsaid : reason;
  return (
    <span className={`bt-bring__state bt-bring__state--${state}`}>
      {state === 'sending' && !isHeld ? `${formatSize(sent, language)} / ${formatSize(size, language)}` : words}
      {why ? <small>{why}</small> : null}
    </span>
  );
};

interface RowProps {
  readonly item: Item;
  readonly queue: Queue;
  readonly top: number;
  readonly place: number;
  readonly all: number;
}

const Row = memo(({ item, queue, top, place, all }: RowProps) => {
  const { say, language } = useWords();
  const { fingerprint, path, file, state, size, sent, reason } = item;
  const isHeld = (state === 'sending' || state === 'looking') && reason !== null;
  const image = item.fates?.length === 1 ? item.fates[0]?.image : null;
  return (
    <li aria-posinset={place} aria-setsize={all} className="bt-bring__row" style={{ top }}>
      <Thumbnail file={file} />
      <span className="bt-bring__name">
        {image ? (
          <a href={`/admin/collections/images/${image}`} rel="noreferrer" target="_blank">
            {path}
          </a>
        ) : (
          path
        )}
        <small>{formatSize(size, language)}</small>
        <progress aria-label={path} max={Math.max(1, size)} value={sent} />
      </span>
      <Standing item={item} />
      <span className="bt-bring__acts">
        {state === 'failed' || isHeld ? (
          <ActionButton onClick={() => queue.retry(fingerprint)} label={say('bring.retryOf', { file: path })}>
            {say('bring.retry')}
          </ActionButton>
        ) : null}
        {state === 'waiting' || state === 'sending' || state === 'failed' ? (
          <ActionButton
            kind="link"
            onClick={() => queue.remove(fingerprint)}
            label={say('bring.removeOf', { file: path })}
          >
            {say('bring.remove')}
          </ActionButton>
        ) : null}
      </span>
    </li>
  );
});

/** All files, those under way first. Only those in sight are drawn, so that thousands make no page slow. */
export const FileRows = ({ items, queue }: { items: readonly Item[]; queue: Queue }) => {
  const { say } = useWords();
  const [top, setTop] = useState(0);
  const first = Math.max(0, Math.floor(top / rowHeight) - spare);
  const shown = inSightFirst(items).slice(first, first + Math.ceil(windowHeight / rowHeight) + 2 * spare);
  return (
    <section
      aria-label={say('bring.files')}
      className="bt-bring__window"
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
      style={{ maxHeight: windowHeight }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
      tabIndex={0}
    >
      <ul style={{ height: items.length * rowHeight }}>
        {shown.map((item, index) => (
          <Row
            all={items.length}
            item={item}
            key={item.fingerprint}
            place={first + index + 1}
            queue={queue}
            top={(first + index) * rowHeight}
          />
        ))}
      </ul>
    </section>
  );
};
