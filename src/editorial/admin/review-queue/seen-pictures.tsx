'use client';
import { useEffect, useRef } from 'react';
import { OpeningView } from '../lowering/opening-view.tsx';
import { useWords } from '../words/use-words.ts';
import type { Hint, QueuePicture } from './answers.ts';
import { HintList } from './queue-side.tsx';
import type { FileState } from './use-file-hints.ts';
import type { Asked, Openings } from './use-openings.ts';

interface OneProps {
  readonly picture: QueuePicture;
  readonly opening: Openings[string] | undefined;
  /** Nothing was told of it though all was asked for. */
  readonly isGone: boolean;
  readonly hints: readonly Hint[];
  readonly file: FileState;
  readonly onSeen: (marking: string) => void;
}

/** One picture with all its words; it counts as seen once its end has come into sight. */
const SeenPicture = ({ picture, opening, isGone, hints, file, onSeen }: OneProps) => {
  const { say, sayIn } = useWords();
  const end = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!opening || !end.current) return undefined;
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) onSeen(picture.marking);
    });
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [opening, onSeen, picture.marking]);
  return (
    <li>
      <h3>{picture.title || picture.filename || say('desk.untitled')}</h3>
      {hints.length > 0 ? <HintList hints={hints} /> : null}
      {file === 'unread' ? <p>{say('queue.file.unread')}</p> : null}
      {opening ? <OpeningView documents={opening.documents} names={opening.names} /> : null}
      {opening ? null : <p role="status">{isGone ? sayIn('errors:review-decided') : say('queue.loading')}</p>}
      <span ref={end} />
    </li>
  );
};

interface Props extends Pick<OneProps, 'onSeen'> {
  readonly pictures: readonly QueuePicture[];
  readonly asked: Asked;
  readonly fileOf: (picture: QueuePicture) => FileState;
  readonly hintsOf: (picture: QueuePicture) => readonly Hint[];
}

/** Every picture of an act with all that would become readable of it. */
export const SeenPictures = ({ pictures, asked, fileOf, hintsOf, onSeen }: Props) => (
  <ul className="bt-queue__seen">
    {pictures.map((picture) => (
      <SeenPicture
        file={fileOf(picture)}
        hints={hintsOf(picture)}
        isGone={asked.whole}
        key={picture.marking}
        onSeen={onSeen}
        opening={asked.openings[picture.marking]}
        picture={picture}
      />
    ))}
  </ul>
);
