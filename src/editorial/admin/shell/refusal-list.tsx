'use client';
import { labelled } from '#languages/punctuation.ts';
import type { Answer } from '../words/studio-fetch.ts';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';

type Refusal = Extract<Answer, { ok: false }>;

/** Why the studio said no, every reason on a line of its own, with the field that it is about. */
export const RefusalList = ({ refusal, collection }: { refusal: Refusal; collection?: string | undefined }) => {
  const { say, language } = useWords();
  const detail = refusal.detail || (refusal.status === 0 ? say('error.network') : say('error.unknown'));
  const fieldName = useFieldName(collection);
  const nameOf = (path: string): string => fieldName(path.replace(/^\//, '').split(/[./]/)[0] ?? path);
  const reasons = refusal.reasons.filter((reason) => reason.path !== null || reason.detail !== detail);
  return (
    <div className="bt-refusal" role="alert">
      <p>{detail}</p>
      {reasons.length > 0 ? (
        <ul>
          {reasons.map((reason) => (
            <li key={`${reason.path}${reason.code}${reason.detail}`}>
              {reason.path ? <b>{labelled(nameOf(reason.path), '', language)}</b> : null}
              {reason.detail}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
};
