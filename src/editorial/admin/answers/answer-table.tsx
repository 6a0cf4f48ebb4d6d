'use client';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { formatMoment } from '../words/format-time.ts';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

const answer = z.object({
  heading: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});
type Answer = z.infer<typeof answer>;

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

const useAnswer = (path: string): [Answer | null, string | null] => {
  const { language } = useWords();
  const [said, setSaid] = useState<[Answer | null, string | null]>([null, null]);
  useEffect(() => {
    const stop = new AbortController();
    void studioFetch(`/api/answers/${path}`, language, { signal: stop.signal }).then((told) => {
      if (!stop.signal.aborted) setSaid(told.ok ? [answer.parse(told.body), null] : [null, told.detail]);
    });
    return () => stop.abort();
  }, [path, language]);
  return said;
};

/** One answer, and the same for table programs. @param path of the question, below `/api/answers` */
export const AnswerTable = ({ path }: { path: string }) => {
  const { say, language } = useWords();
  const [told, refusal] = useAnswer(path);
  if (refusal !== null) return <p role="alert">{refusal || say('error.network')}</p>;
  if (told === null) return <p aria-busy="true" />;
  return (
    <section className="bt-card">
      <h2>{told.heading}</h2>
      {told.rows.length === 0 ? <p className="bt-card__empty">{say('answers.none')}</p> : null}
      <table className="bt-answers" hidden={told.rows.length === 0}>
        <thead>
          <tr>
            {told.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, at) => (
                <td key={told.columns[at]}>{instant.test(cell) ? formatMoment(cell, language) : cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <a href={`/api/answers/csv/${path}`}>{say('answers.csv')}</a>
      </p>
    </section>
  );
};
