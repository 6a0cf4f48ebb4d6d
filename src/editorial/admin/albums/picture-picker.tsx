'use client';
import { useEffect, useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type Found, findPictures } from './find-pictures.ts';

interface Picker {
  readonly onClose: () => void;
  /** Ids of the pictures, in the order in which they were chosen. */
  readonly onPick: (images: readonly string[]) => void;
}

/** Milliseconds without a keystroke after which the archive is asked. */
const pause = 250;

/** Looks while somebody types; what comes late for an earlier word is let go. */
const useFound = (word: string): readonly Found[] | null => {
  const { language } = useWords();
  const [found, setFound] = useState<readonly Found[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const ask = (path: string) => studioFetch(path, language, { signal: stop.signal });
      const pictures = await findPictures(ask, word, language);
      if (!stop.signal.aborted) setFound(pictures);
    }, pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [word, language]);
  return found;
};

/** A choice of pictures of the archive: found by their words, several at once. */
export const PicturePicker = ({ onClose, onPick }: Picker) => {
  const { say } = useWords();
  const [word, setWord] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const found = useFound(word);
  const toggle = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  const footer = (
    <>
      <ActionButton id="picker-cancel" onClick={onClose}>
        {say('action.cancel')}
      </ActionButton>
      <ActionButton disabled={chosen.length === 0} id="picker-add" kind="primary">
        {say('album.addChosen', { number: chosen.length })}
      </ActionButton>
    </>
  );
  return (
    <Dialog footer={footer} onClose={onClose} onSubmit={() => onPick(chosen)} title={say('album.pick')} wide>
      <label className="bt-field">
        <span>{say('album.search')}</span>
        <input
          id="picker-search"
          onChange={(event) => setWord(event.target.value)}
          onKeyDown={(event) => {
            // Enter asks at once, which typing does by itself: it adds nothing yet
            if (event.key === 'Enter') event.preventDefault();
          }}
          type="search"
          value={word}
        />
      </label>
      {found?.length === 0 ? <p className="bt-panel__hint">{say('album.noneFound')}</p> : null}
      <ul className="bt-album__tiles bt-album__tiles--small" id="picker-found">
        {(found ?? []).map(({ id, title }) => (
          <li className="bt-album__tile" key={id}>
            <button aria-pressed={chosen.includes(id)} onClick={() => toggle(id)} type="button">
              <img alt="" loading="lazy" src={`/api/images/${id}/file?width=400`} />
              <span className="bt-album__title">{title}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};
