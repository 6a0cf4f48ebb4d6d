'use client';
import type { ReactNode } from 'react';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';
import { useBases } from './use-bases.ts';

/** What an officer writes down of a decision; empty where nobody has decided anything by law. */
export interface Decision {
  legalBasis: string;
  listItem: string;
  officer: string;
  decidedOn: string;
  until: string;
}

export const noDecision: Decision = { legalBasis: '', listItem: '', officer: '', decidedOn: '', until: '' };

interface Props {
  level: string;
  decision: Decision;
  onChange: (decision: Decision) => void;
}

const Labelled = ({ name, children }: { name: keyof Decision; children: ReactNode }) => {
  const fieldName = useFieldName('markings');
  return (
    <label className="bt-field" htmlFor={`decision-${name}`}>
      <span>{fieldName(name)}</span>
      {children}
    </label>
  );
};

/** Law or rule, entry of the list, who decided, when, and until when it is protected: what goes with a level by law. */
export const DecisionFields = ({ level, decision, onChange }: Props) => {
  const { say } = useWords();
  const table = useBases();
  if (!table) return null;
  const choices = table.bases.filter(({ levels }) => level in levels);
  if (choices.length === 0) return null;
  const chosen = choices.find(({ key }) => key === decision.legalBasis);
  const write = (name: keyof Decision) => (event: { target: { value: string } }) =>
    onChange({ ...decision, [name]: event.target.value });
  const choose = (event: { target: { value: string } }) =>
    onChange({ ...decision, legalBasis: event.target.value, decidedOn: decision.decidedOn || table.today });
  return (
    <fieldset className="bt-options" id="decision">
      <legend>{say('marking.decision')}</legend>
      <Labelled name="legalBasis">
        <select id="decision-legalBasis" onChange={choose} value={chosen ? chosen.key : ''}>
          <option value="">{say('marking.noDecision')}</option>
          {choices.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </Labelled>
      {chosen ? (
        <>
          {chosen.named ? (
            <Labelled name="listItem">
              <input id="decision-listItem" maxLength={300} onChange={write('listItem')} value={decision.listItem} />
            </Labelled>
          ) : null}
          <Labelled name="officer">
            <input id="decision-officer" maxLength={200} onChange={write('officer')} value={decision.officer} />
          </Labelled>
          <Labelled name="decidedOn">
            <input
              id="decision-decidedOn"
              max={table.today}
              onChange={write('decidedOn')}
              type="date"
              value={decision.decidedOn}
            />
          </Labelled>
          <Labelled name="until">
            <input id="decision-until" onChange={write('until')} type="date" value={decision.until} />
          </Labelled>
          <small>{say('marking.untilHint')}</small>
        </>
      ) : null}
    </fieldset>
  );
};

/** A decision as the studio takes it; undefined: there is none. */
export const decisionToSend = ({ until, ...decision }: Decision) =>
  decision.legalBasis === '' ? undefined : { ...decision, ...(until ? { until } : {}) };
