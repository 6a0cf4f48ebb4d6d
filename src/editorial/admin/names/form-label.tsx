'use client';
import { useRowLabel } from '@payloadcms/ui';
import { isStudioLocale, ownNames } from '#languages/locales.ts';
import { useWords } from '../words/use-words.ts';

interface Row {
  locale?: unknown;
  term?: unknown;
  status?: unknown;
}

/** What a folded form is called: its language, how it is written, and how it stands. */
export const FormLabel = () => {
  const { sayIn } = useWords();
  const { data, rowNumber } = useRowLabel<Row>();
  const { locale, term, status } = data ?? {};
  if (typeof term !== 'string' || term === '') return <span>{String((rowNumber ?? 0) + 1)}</span>;
  const parts = [
    isStudioLocale(locale) ? ownNames[locale] : '',
    term,
    typeof status === 'string' ? sayIn(`fields:concepts.status.${status}`) : '',
  ];
  return <span>{parts.filter(Boolean).join(' · ')}</span>;
};
