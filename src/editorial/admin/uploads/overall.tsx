'use client';
import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { formatSize } from '../words/format-size.ts';
import { useWords } from '../words/use-words.ts';
import { overallOf } from './overall-of.ts';
import type { Queue, Snapshot } from './queue.ts';
import { timeLeft } from './time-left.ts';

/** Milliseconds between two things that are read aloud. */
const quiet = 10_000;

/** The same words, but not oftener than somebody can listen to. */
const useSpoken = (words: string, isOver: boolean): string => {
  const [spoken, setSpoken] = useState(words);
  const last = useRef(0);
  useEffect(() => {
    const now = performance.now();
    if (!isOver && now - last.current < quiet) return;
    last.current = now;
    setSpoken(words);
  }, [words, isOver]);
  return spoken;
};

/** How far everything is: files, bytes, rate, time left; pause and go on; another try for what has failed. */
export const Overall = ({ snapshot, queue }: { snapshot: Snapshot; queue: Queue }) => {
  const { say, language } = useWords();
  const { items, isPaused, rate } = snapshot;
  const { over, failed, size, sent, isOver, seconds } = overallOf(snapshot);
  const done = say('bring.overall', { done: over, all: items.length });
  const spoken = useSpoken(done, isOver);
  const left = seconds === null ? null : timeLeft(seconds, language);
  return (
    <div className="bt-bring__overall">
      <div>
        <b id="bring-overall">{done}</b>
        <span>
          {formatSize(sent, language)} / {formatSize(size, language)}
          {left ? ` · ${say('bring.rate', { rate: formatSize(rate, language), left })}` : null}
        </span>
      </div>
      <progress aria-label={say('bring.title')} max={Math.max(1, size)} value={sent} />
      {isOver ? null : (
        <ActionButton id="bring-pause" onClick={isPaused ? queue.goOn : queue.pause}>
          {say(isPaused ? 'bring.goOn' : 'bring.pause')}
        </ActionButton>
      )}
      {failed > 1 ? (
        <ActionButton id="bring-retry" onClick={queue.retryFailed}>
          {say('bring.retryFailed', { count: failed })}
        </ActionButton>
      ) : null}
      <p className="bt-bring__spoken" role="status">
        {spoken}
      </p>
    </div>
  );
};
