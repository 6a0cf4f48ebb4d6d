'use client';
import { ownNames } from '#languages/locales.ts';
import { useWords } from '../words/use-words.ts';
import { StateChip } from './state-chip.tsx';
import { useOpenDocument } from './use-open-document.ts';

/** Stands where Payload shows one status for the whole document: the language that is open, and its state. */
export const StatusLine = () => {
  const { say } = useWords();
  const { facts, locale } = useOpenDocument();
  return (
    <div className="bt-status">
      <span>{say('status.language', { language: ownNames[locale] })}</span>
      {facts ? <StateChip state={facts.state} /> : null}
    </div>
  );
};
