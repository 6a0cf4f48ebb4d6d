'use client';
import { useEffect, useState } from 'react';
import { listed } from '#languages/punctuation.ts';
import { formatMoment } from '../words/format-time.ts';
import { studioFetch } from '../words/studio-fetch.ts';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';
import { outcomes, type ToldFate, toldBatch, toldBatches } from './told.ts';

const Fates = ({ fates }: { fates: readonly ToldFate[] }) => {
  const { say, language } = useWords();
  const nameOf = useFieldName('images');
  const why = ({ outcome, reason, lacks }: ToldFate): string =>
    reason ?? (outcome === 'attention' ? say('bring.lacks', { lacking: listed(lacks.map(nameOf), language) }) : '');
  return (
    <ul>
      {fates.map((fate) => (
        <li key={`${fate.file}|${fate.outcome}|${fate.image}`}>
          {fate.image ? (
            <a href={`/admin/collections/images/${fate.image}`} rel="noreferrer" target="_blank">
              {fate.file}
            </a>
          ) : (
            <b>{fate.file}</b>
          )}
          {why(fate) === '' ? null : <small>{why(fate)}</small>}
        </li>
      ))}
    </ul>
  );
};

/** What became of the files of a batch: how many are stored, were there, need attention, are refused, and which. */
export const Results = ({ batch }: { batch: string }) => {
  const { say, language } = useWords();
  const [told, setTold] = useState<{ fates: readonly ToldFate[]; isWhole: boolean } | null>(null);
  useEffect(() => {
    void studioFetch(`/api/images/batches/${batch}`, language).then((answer) => {
      if (answer.ok) setTold(toldBatch.parse(answer.body));
    });
  }, [batch, language]);
  if (!told) return null;
  const of = (outcome: string) => told.fates.filter((fate) => fate.outcome === outcome);
  return (
    <section aria-labelledby="bring-results-head" className="bt-bring__results" id="bring-results">
      <h2 id="bring-results-head">{say('bring.results')}</h2>
      {outcomes.map((outcome) => (
        <details id={`bring-${outcome}`} key={outcome} open={outcome === 'refused' && of(outcome).length > 0}>
          <summary>
            <b>{of(outcome).length}</b> {say(`bring.outcome.${outcome}`)}
          </summary>
          <Fates fates={of(outcome)} />
        </details>
      ))}
      {told.isWhole ? null : <p>{say('bring.more')}</p>}
      <a className="bt-button bt-button--plain" download href={`/api/images/batches/${batch}/csv`} id="bring-csv">
        {say('bring.csv')}
      </a>
    </section>
  );
};

/** Batches of the person from before, each with its table. */
export const EarlierBatches = ({ but }: { but: string | null }) => {
  const { say, language } = useWords();
  const [batches, setBatches] = useState<{ id: string; at: string; files: number }[]>([]);
  useEffect(() => {
    void studioFetch('/api/images/batches', language).then((answer) => {
      if (answer.ok) setBatches(toldBatches.parse(answer.body).batches);
    });
  }, [language]);
  const shown = batches.filter(({ id, files }) => id !== but && files > 0);
  if (shown.length === 0) return null;
  return (
    <section className="bt-bring__earlier">
      <h2>{say('bring.earlier')}</h2>
      <ul>
        {shown.map(({ id, at, files }) => (
          <li key={id}>
            <a download href={`/api/images/batches/${id}/csv`}>
              {formatMoment(at, language)}
            </a>{' '}
            {say('bring.count', { count: files })}
          </li>
        ))}
      </ul>
    </section>
  );
};
