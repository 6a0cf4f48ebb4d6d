'use client';
import type { RefObject } from 'react';
import { type Content, isRun, type OpenCode, type SingleCode } from '#translation/content.ts';
import { closeToken, openToken, partsOf, singleToken } from '#translation/writing/tokens.ts';
import { useWords } from '../words/use-words.ts';

type Begins = OpenCode | SingleCode;

export const codesIn = (content: Content): Begins[] =>
  content.filter((piece): piece is Begins => !isRun(piece) && piece.code !== 'close');

/**
 * Writes into a field as if it were typed, so that the browser’s own undo knows of it.
 * @returns whether the browser did
 */
export const typeInto = (field: HTMLTextAreaElement, words: string): boolean => {
  field.focus();
  // Deprecated, and the only way that leaves the undo of the browser whole
  return document.execCommand('insertText', false, words);
};

/** Puts a code around what is selected, or at the cursor. */
export const putCode = (field: HTMLTextAreaElement, code: Begins, onType: (typed: string) => void): void => {
  const { selectionStart: from, selectionEnd: to, value } = field;
  const [open, close] = code.code === 'open' ? [openToken(code.id), closeToken(code.id)] : [singleToken(code.id), ''];
  const words = `${open}${value.slice(from, to)}${close}`;
  if (!typeInto(field, words)) {
    field.setRangeText(words, from, to, 'end');
    onType(field.value);
  }
  const inside = from + open.length + (to - from);
  field.setSelectionRange(inside, inside);
};

interface CodeKeysProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly source: Content;
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

/** The codes of the source, each a button: those that the text does not have yet stand out. */
export const CodeKeys = ({ field, source, typed, onType }: CodeKeysProps) => {
  const { sayIn } = useWords();
  const codes = codesIn(source);
  if (codes.length === 0) return null;
  const there = new Set(partsOf(typed).flatMap(({ token }) => (token && token.code !== 'close' ? [token.id] : [])));
  return (
    <div aria-label={sayIn('workbench:codes')} className="bt-code-keys" role="toolbar">
      {codes.map((code) => (
        <button
          className={there.has(code.id) ? '' : 'bt-code-keys__lacking'}
          disabled={there.has(code.id)}
          key={code.id}
          onClick={() => field.current && putCode(field.current, code, onType)}
          title={code.code === 'open' && code.address ? code.address : undefined}
          type="button"
        >
          <span className="bt-code">{code.id}</span> {sayIn(`workbench:code.${code.kind}`)}
        </button>
      ))}
    </div>
  );
};
