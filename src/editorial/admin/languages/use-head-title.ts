'use client';
import { useDocumentTitle, useFormFields } from '@payloadcms/ui';
import { useEffect } from 'react';
import type { DocumentLanguages } from '../../desk/document-languages.ts';
import { titleAnywhere } from './title-anywhere.ts';

/** Heads the page with the title of another language while the open one has none, in place of a technical name. */
export const useHeadTitle = (languages: DocumentLanguages | null): void => {
  const { setDocumentTitle, title } = useDocumentTitle();
  const typed = useFormFields(([fields]) => fields.title?.value);
  const other = titleAnywhere(languages);
  useEffect(() => {
    if (!typed && other && title !== other) setDocumentTitle(other);
  }, [typed, other, title, setDocumentTitle]);
};
