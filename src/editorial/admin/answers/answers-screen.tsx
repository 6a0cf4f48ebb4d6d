'use client';
import { useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { AnswerTable } from './answer-table.tsx';

interface Props {
  /** Collection and id of the document that is asked about. */
  of: string | null;
  id: string | null;
  /** Id of the person who is asked about. */
  person: string | null;
}

const thisMonth = () => new Date().toISOString().slice(0, 7);

/** Who could see a document and who has; what a person may see; what was marked otherwise in a month. */
export const AnswersScreen = ({ of, id, person }: Props) => {
  const { say } = useWords();
  const [month, setMonth] = useState(thisMonth);
  const document = of && id ? `${encodeURIComponent(of)}/${encodeURIComponent(id)}` : null;
  return (
    <div className="bt-launches bt-answers-page" id="answers">
      <h1>{say('answers.title')}</h1>
      <p>{say('answers.explain')}</p>
      {document ? <AnswerTable path={`could-see/${document}`} /> : null}
      {document ? <AnswerTable path={`has-seen/${document}`} /> : null}
      {person ? <AnswerTable path={`may-see/${encodeURIComponent(person)}`} /> : null}
      <label className="bt-field" htmlFor="answers-month">
        <span>{say('answers.month')}</span>
        <input
          id="answers-month"
          onChange={(event) => setMonth(event.target.value || thisMonth())}
          type="month"
          value={month}
        />
      </label>
      <AnswerTable path={`changed/${month}`} />
    </div>
  );
};
