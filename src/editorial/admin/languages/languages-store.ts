'use client';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { DocumentLanguages } from '../../desk/document-languages.ts';
import { studioFetch } from '../words/studio-fetch.ts';

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

/** Questions on their way: several parts of the page ask at the same moment, and one answer serves them all. */
const asked = new Map<string, Promise<DocumentLanguages | null>>();

/** Asks the studio where a document stands and tells everybody who shows it. */
export const loadLanguages = (collection: string, id: string, language: string): Promise<DocumentLanguages | null> => {
  const key = `${collection}/${id}`;
  const underWay = asked.get(key);
  if (underWay) return underWay;
  const asking = ask(collection, id, language).finally(() => asked.delete(key));
  asked.set(key, asking);
  return asking;
};

const ask = async (collection: string, id: string, language: string): Promise<DocumentLanguages | null> => {
  const answer = await studioFetch(`/api/${collection}/${id}/languages`, language);
  if (!answer.ok) return null;
  const languages = answer.body as DocumentLanguages;
  known.set(`${collection}/${id}`, languages);
  for (const listener of listeners) listener();
  return languages;
};

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
    void reload();
  }, [reload, trigger]);
  return { languages, reload };
};
