'use client';
import { type KeyboardEvent, useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { type Listener, longestComment } from './answers.ts';
import { mentionedIn, withMention } from './mentions.ts';

interface Props {
  /** Tells this field from all others of the page. */
  readonly id: string;
  readonly label: string;
  readonly listeners: readonly Listener[];
  readonly isBusy: boolean;
  /** @returns whether it is said: what is not, stays typed */
  readonly onSay: (text: string, mentions: readonly string[]) => Promise<boolean>;
}

/** Where something is said about a line: plain text, and a choice of those to whom one can turn by name. */
export const CommentForm = ({ id, label, listeners, isBusy, onSay }: Props) => {
  const { sayIn } = useWords();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly Listener[]>([]);
  const mention = (person: string): void => {
    const listener = listeners.find((one) => one.id === person);
    if (!listener) return;
    setChosen((all) => [...all, listener]);
    setText((before) => withMention(before, listener));
    document.getElementById(id)?.focus();
  };
  const say = async (): Promise<void> => {
    if (text.trim() === '' || isBusy) return;
    if (await onSay(text.trim(), mentionedIn(text, chosen))) setText('');
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    void say();
  };
  return (
    <div className="bt-talk__form">
      <label className="bt-field" htmlFor={id}>
        <span>{label}</span>
        <textarea
          id={id}
          maxLength={longestComment}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={press}
          rows={2}
          value={text}
        />
        {text.length > longestComment - 200 ? (
          <small>{sayIn('work:talk.length', { length: text.length, most: longestComment })}</small>
        ) : null}
      </label>
      <div className="bt-talk__acts">
        <select aria-label={sayIn('work:talk.mention')} onChange={(event) => mention(event.target.value)} value="">
          <option value="">{sayIn('work:talk.mention')}</option>
          {listeners.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        <ActionButton
          busy={isBusy}
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
