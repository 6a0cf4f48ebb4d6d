'use client';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { DocumentLanguages } from '../../desk/document-languages.ts';
import { studioFetch } from '../words/studio-fetch.ts';
import { openQuestions } from './questions.ts';

type Listener = () => void;

/** One answer a document, shared by the panel, the buttons and the status line, so that they never disagree. */
const known = new Map<string, DocumentLanguages>();
const listeners = new Set<Listener>();

const listen = (listener: Listener) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** @param question `vi articles/{id}`: the language in which a refusal would be worded, and the document */
const ask = async (question: string): Promise<DocumentLanguages | null> => {
  const [language = '', document = ''] = question.split(' ');
  const answer = await studioFetch(`/api/${document}/languages`, language);
  if (!answer.ok) return null;
  const languages = answer.body as DocumentLanguages;
  known.set(document, languages);
  for (const listener of listeners) listener();
  return languages;
};

const questions = openQuestions(ask);

/** Asks the studio where a document stands now, after all that was done to it, and tells everybody who shows it. */
export const loadLanguages = (collection: string, id: string, language: string): Promise<DocumentLanguages | null> =>
  questions.fresh(`${language} ${collection}/${id}`);

/**
 * Where the open document stands in each language.
 * @param trigger whatever changes when the document was saved: then it is asked for anew
 */
export const useDocumentLanguages = (
  collection: string | undefined,
  id: string | undefined,
  language: string,
  trigger: unknown,
) => {
  const key = `${collection}/${id}`;
  const languages = useSyncExternalStore(
    listen,
    () => known.get(key) ?? null,
    () => null,
  );
  const reload = useCallback(
    async () => (collection && id ? loadLanguages(collection, id, language) : null),
    [collection, id, language],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new trigger is the reason to ask again
  useEffect(() => {
    if (collection && id) void questions.shared(`${language} ${collection}/${id}`);
  }, [collection, id, language, trigger]);
  return { languages, reload };
};
