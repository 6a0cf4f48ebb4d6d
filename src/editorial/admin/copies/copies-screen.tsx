'use client';
import { useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import { CopyCard } from './copy-card.tsx';
import { takeFile } from './take-file.ts';
import { useRegister } from './use-copies.ts';

const states = ['there', 'out', 'returned', 'destroying', 'destroyed'] as const;

interface FilterProps {
  state: string;
  number: string;
  onState: (state: string) => void;
  onNumber: (number: string) => void;
}

const Filter = ({ state, number, onState, onNumber }: FilterProps) => {
  const { say } = useWords();
  return (
    <div className="bt-copies__filter">
      <label className="bt-field" htmlFor="copies-state">
        <span>{say('copies.filter')}</span>
        <select id="copies-state" onChange={({ target }) => onState(target.value)} value={state}>
          <option value="">{say('copies.filter.all')}</option>
          {states.map((one) => (
            <option key={one} value={one}>
              {say(one === 'there' ? 'copies.filter.there' : `copies.state.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="bt-field" htmlFor="copies-number">
        <span>{say('copies.find')}</span>
        <input
          id="copies-number"
          inputMode="numeric"
          onChange={({ target }) => onNumber(target.value.replaceAll(/\D/g, '').slice(0, 9))}
          value={number}
        />
      </label>
    </div>
  );
};

/** The register as a file. It leaves the studio, so a proof is asked for first. */
const TakeTable = ({ query }: { query: string }) => {
  const { say, language } = useWords();
  const [refusal, setRefusal] = useState<Awaited<ReturnType<typeof takeFile>>>(null);
  const take = async () => setRefusal(await takeFile(`/api/copy-register/csv?${query}`, language));
  return (
    <>
      {refusal ? <RefusalList collection="markings" refusal={refusal} /> : null}
      <ActionButton id="copies-csv" onClick={() => void take()}>
        {say('copies.csv')}
      </ActionButton>
    </>
  );
};

/** The copy register: every copy that the person may know of, the newest first, with what they can do about each. */
export const CopiesScreen = ({ about }: { about: Readonly<Record<string, string>> }) => {
  const { say } = useWords();
  const [state, setState] = useState('');
  const [number, setNumber] = useState('');
  const query = `${new URLSearchParams({ ...about, state, number })}`;
  const { lines, refusal, reload } = useRegister(query);
  return (
    <div aria-busy={lines === null && refusal === null} className="bt-copies" id="copies">
      <h1>{say('copies.title')}</h1>
      <p>{say('copies.explain')}</p>
      <Filter number={number} onNumber={setNumber} onState={setState} state={state} />
      {refusal === null ? null : <p role="alert">{refusal || say('error.network')}</p>}
      {lines?.length === 0 ? <p role="status">{say('copies.none')}</p> : null}
      <ul>
        {lines?.map((one) => (
          <CopyCard key={one.number} line={one} onDone={() => void reload()} />
        ))}
      </ul>
      <TakeTable query={query} />
    </div>
  );
};
