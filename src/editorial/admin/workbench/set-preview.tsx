'use client';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { keyNames } from './keys.ts';
import type { Typing } from './use-typing.ts';

/** Spaces that nobody sees, as signs. */
const seen = (text: string): string =>
  text.replaceAll('\u202f', '⍽').replaceAll('\u00a0', '⍽').replaceAll(' ', '␣') || '∅';

/** What confirming sets otherwise than it was typed, and the one key that refuses it. */
export const SetPreview = ({ typing }: { typing: Typing }) => {
  const { sayIn } = useWords();
  const { changes, isPlain, refuse } = typing;
  if (changes.length === 0 && !isPlain) return null;
  return (
    <p className="bt-set">
      {isPlain ? sayIn('workbench:set.plain') : sayIn('workbench:set.will')}{' '}
      {changes.map(({ start, before, after }) => (
        <span className="bt-set__change" key={`${start} ${before}`}>
          <del>{seen(before)}</del> → <ins>{seen(after)}</ins>
        </span>
      ))}{' '}
      <ActionButton kind="link" onClick={refuse} title={keyNames.plain}>
        {sayIn(isPlain ? 'workbench:set.again' : 'workbench:set.refuse')}
      </ActionButton>
    </p>
  );
};
