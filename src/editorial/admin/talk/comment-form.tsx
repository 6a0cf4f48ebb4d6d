'use client';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { type Listener, longestComment } from './answers.ts';
import { mentionedIn, withMention } from './mentions.ts';
import type { Talk } from './use-talk.ts';

interface Props {
  /** Tells this field from all others of the page. */
  readonly id: string;
  readonly label: string;
  readonly talk: Talk;
  /** @returns whether it is said: what is not, stays typed */
  readonly onSay: (text: string, mentions: readonly string[]) => Promise<boolean>;
}

interface FieldProps extends Omit<Props, 'onSay'> {
  readonly onSend: () => void;
}

const Field = ({ id, label, talk, onSend }: FieldProps) => {
  const { sayIn } = useWords();
  const text = talk.drafts.of(id);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSend();
  };
  return (
    <label className="bt-field" htmlFor={id}>
      <span>{label}</span>
      <textarea
        id={id}
        maxLength={longestComment}
        onChange={(event) => talk.drafts.type(id, event.target.value)}
        onKeyDown={press}
        ref={field}
        rows={2}
        value={text}
      />
      {text.length > longestComment - 200 ? (
        <small>{sayIn('work:talk.length', { length: text.length, most: longestComment })}</small>
      ) : null}
    </label>
  );
};

const Mention = ({ listeners, onChoose }: { listeners: readonly Listener[]; onChoose: (one: Listener) => void }) => {
  const { sayIn } = useWords();
  const choose = (id: string): void => {
    const listener = listeners.find((one) => one.id === id);
    if (listener) onChoose(listener);
  };
  return (
    <select aria-label={sayIn('work:talk.mention')} onChange={(event) => choose(event.target.value)} value="">
      <option value="">{sayIn('work:talk.mention')}</option>
      {listeners.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </select>
  );
};

/** Where something is said: a button that opens a field for plain text, with a choice of those to whom one can turn by name. */
export const CommentForm = ({ id, label, talk, onSay }: Props) => {
  const { sayIn } = useWords();
  const text = talk.drafts.of(id);
  const [isOpen, setOpen] = useState(text !== '');
  const [chosen, setChosen] = useState<readonly Listener[]>([]);
  if (!isOpen)
    return (
      <ActionButton id={`${id}-open`} kind="link" onClick={() => setOpen(true)}>
        {label}
      </ActionButton>
    );
  const mention = (listener: Listener): void => {
    setChosen((all) => [...all, listener]);
    talk.drafts.type(id, withMention(text, listener));
    document.getElementById(id)?.focus();
  };
  const say = async (): Promise<void> => {
    if (text.trim() === '' || talk.isBusy) return;
    if (!(await onSay(text.trim(), mentionedIn(text, chosen)))) return;
    talk.drafts.type(id, '');
    setOpen(false);
  };
  return (
    <div className="bt-talk__form">
      <Field id={id} label={label} onSend={() => void say()} talk={talk} />
      <div className="bt-talk__acts">
        <Mention listeners={talk.listeners} onChoose={mention} />
        <ActionButton
          busy={talk.isBusy}
          disabled={text.trim() === ''}
          id={`${id}-send`}
          onClick={() => void say()}
          title="Ctrl+Enter"
        >
          {sayIn('work:talk.send')}
        </ActionButton>
      </div>
    </div>
  );
};
