'use client';
import { useState } from 'react';
import { type StudioLocale, toPublicLocale } from '#languages/locales.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { useWords } from '../words/use-words.ts';
import type { QuestionProps } from './question-props.ts';
import { Reason } from './reason.tsx';

const textId = 'workbench-beside';

/** A paragraph that stands in this language alone: its text, and why. */
export const BesideQuestion = ({
  bench,
  question: { line },
  to,
}: QuestionProps<'beside'> & { readonly to: StudioLocale }) => {
  const { sayIn } = useWords();
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  return (
    <Dialog
      footer={
        <ActionButton busy={bench.isBusy} disabled={text.trim() === '' || reason.trim() === ''} kind="primary">
          {sayIn('workbench:do.beside')}
        </ActionButton>
      }
      onClose={() => bench.ask(null)}
      onSubmit={() => bench.addBeside(line, [{ text: text.trim() }], reason.trim())}
      title={sayIn('workbench:beside.title')}
      wide
    >
      <p>
        <label htmlFor={textId}>{sayIn('workbench:beside.text')}</label>
        <textarea
          id={textId}
          lang={toPublicLocale(to)}
          onChange={(event) => setText(event.target.value)}
          rows={4}
          spellCheck
          value={text}
        />
      </p>
      <Reason onReason={setReason} reason={reason} />
    </Dialog>
  );
};
