'use client';
import { useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { momentInWords } from '../words/format-time.ts';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';
import type { Clash, Fields } from './meet.ts';
import { plainValue } from './plain-value.ts';

interface ChoiceProps {
  name: string;
  mine: unknown;
  theirs: unknown;
  takesTheirs: boolean;
  onChoose: (takesTheirs: boolean) => void;
}

const Choice = ({ name, mine, theirs, takesTheirs, onChoose }: ChoiceProps) => {
  const { say } = useWords();
  const show = (value: unknown) => {
    const text = plainValue(value);
    return text === '' ? say('conflict.empty') : (text ?? say('conflict.chosenElsewhere'));
  };
  const option = (isTheirs: boolean, word: string, value: unknown) => (
    <label className={`bt-choice__side${takesTheirs === isTheirs ? ' bt-choice__side--on' : ''}`}>
      <span>
        <input checked={takesTheirs === isTheirs} name={name} onChange={() => onChoose(isTheirs)} type="radio" /> {word}
      </span>
      <q>{show(value)}</q>
    </label>
  );
  return (
    <fieldset className="bt-choice">
      <legend>{name}</legend>
      {option(false, say('conflict.mine'), mine)}
      {option(true, say('conflict.theirs'), theirs)}
    </fieldset>
  );
};

interface Props {
  clash: Clash;
  collection: string;
  onCancel: () => void;
  onResolve: (chosen: Fields) => void;
}

/** Tells the second of two people who saved the same field, and lets them choose without losing a word. */
export const ConflictDialog = ({ clash, collection, onCancel, onResolve }: Props) => {
  const { say, language } = useWords();
  const nameOf = useFieldName(collection);
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const choose = (field: string, takes: boolean) => {
    const next = new Set(theirs);
    if (takes) next.add(field);
    else next.delete(field);
    setTheirs(next);
  };
  const resolve = () => onResolve(Object.fromEntries([...theirs].map((field) => [field, clash.theirs[field]])));
  const who = clash.by ?? say('conflict.somebody');
  const when = clash.at ? momentInWords(clash.at, language) : '';
  return (
    <Dialog
      footer={
        <>
          <ActionButton onClick={onCancel}>{say('conflict.keepEditing')}</ActionButton>
          <ActionButton id="conflict-save" kind="primary">
            {say('conflict.save')}
          </ActionButton>
        </>
      }
      onClose={onCancel}
      onSubmit={resolve}
      title={say('conflict.title')}
      wide
    >
      <p>{say('conflict.explain', { who, when })}</p>
      {clash.fields.map((field) => (
        <Choice
          key={field}
          mine={clash.mine[field]}
          name={nameOf(field)}
          onChoose={(takes) => choose(field, takes)}
          takesTheirs={theirs.has(field)}
          theirs={clash.theirs[field]}
        />
      ))}
    </Dialog>
  );
};
