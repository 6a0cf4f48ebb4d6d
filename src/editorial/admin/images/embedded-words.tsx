'use client';
import { useEffect, useState } from 'react';
import type { StudioLocale } from '#languages/locales.ts';
import { labelled } from '#languages/punctuation.ts';
import { type Asking, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type FileWords, readFileWords } from './embedded-answer.ts';
import { EmbeddedOffer, type Take } from './embedded-offer.tsx';
import { type Form, offersOf } from './embedded-offers.ts';

/** Largest file that is sent once more only to be looked at, in bytes; a larger one is read when it is in the archive. */
const largest = 64 * 1024 * 1024;

/** Asks anew whenever what is asked about is another, and forgets an answer that comes too late. */
const useAnswer = (path: string | null, file?: File): FileWords | null => {
  const { language } = useWords();
  const [words, setWords] = useState<FileWords | null>(null);
  useEffect(() => {
    setWords(null);
    if (path === null) return;
    const stop = new AbortController();
    const asking: Asking = { signal: stop.signal };
    if (file) {
      asking.method = 'POST';
      asking.form = new FormData();
      asking.form.set('file', file);
    }
    void studioFetch(path, language, asking).then((answer) => {
      if (!stop.signal.aborted && answer.ok) setWords(readFileWords(answer.body));
    });
    return () => stop.abort();
  }, [path, file, language]);
  return words;
};

interface Props {
  words: FileWords | null;
  locales: readonly StudioLocale[];
  form: Form;
  /** Null for whoever may not change the picture. */
  onTake: Take | null;
}

/** What a file says of itself. Open from the beginning where something in it waits for a person's judgement. */
const EmbeddedWords = ({ words, locales, form, onTake }: Props) => {
  const { say, language } = useWords();
  if (!words) return null;
  const offers = offersOf(words, form);
  const blocks = words.unreadable.map((block) => block.toUpperCase()).join(', ');
  if (offers.length === 0 && blocks === '') return null;
  const isDoubtful = offers.some(({ legacy, differing }) => legacy || differing.length > 0);
  return (
    <details className="bt-embedded" id="image-embedded" open={isDoubtful}>
      <summary>{say('embedded.heading')}</summary>
      <p className="bt-panel__hint">{say('embedded.hint')}</p>
      {blocks ? <p>{labelled(say('embedded.unreadable'), blocks, language)}</p> : null}
      <ul>
        {offers.map((offer) => (
          <EmbeddedOffer
            key={`${offer.property} ${offer.lang} ${offer.text}`}
            locales={locales}
            offer={offer}
            onTake={onTake}
          />
        ))}
      </ul>
    </details>
  );
};

type Ways = Omit<Props, 'words' | 'form'>;

/** What a file that was chosen and not yet sent says of itself. */
export const WordsOfFile = ({ file, ...ways }: Ways & { file: File }) => (
  <EmbeddedWords form="upload" words={useAnswer(file.size > largest ? null : '/api/images/look', file)} {...ways} />
);

/** What the master of a picture says of itself. */
export const WordsOfImage = ({ id, ...ways }: Ways & { id: string }) => (
  <EmbeddedWords form="page" words={useAnswer(`/api/images/${id}/embedded`)} {...ways} />
);
