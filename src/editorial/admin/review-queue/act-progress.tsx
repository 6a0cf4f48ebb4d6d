'use client';
import { useWords } from '../words/use-words.ts';
import type { QueuePicture } from './answers.ts';
import type { ActState } from './use-act.ts';

interface Props {
  readonly state: ActState;
  readonly pictures: readonly QueuePicture[];
}

/** How far an act is, and what it left as it was, by name and reason. */
export const ActProgress = ({ state: { running, decided, broken }, pictures }: Props) => {
  const { say } = useWords();
  const refused = decided.filter(({ code }) => code !== null);
  const nameOf = (marking: string): string => {
    const found = pictures.find((one) => one.marking === marking);
    return found?.title || found?.filename || say('desk.untitled');
  };
  return (
    <div aria-busy={running} className="bt-queue__progress">
      <progress max={pictures.length} value={decided.length} />
      <p aria-live="polite" id="queue-progress">
        {say('queue.progress', {
          done: decided.length - refused.length,
          refused: refused.length,
          all: pictures.length,
        })}
      </p>
      {broken ? <p role="alert">{say('queue.broken')}</p> : null}
      <ul>
        {refused.map(({ marking, detail, code }) => (
          <li key={marking}>
            <strong>{nameOf(marking)}</strong> {detail || code}
          </li>
        ))}
      </ul>
    </div>
  );
};
