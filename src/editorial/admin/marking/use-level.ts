'use client';
import { useCallback, useEffect, useState } from 'react';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

export interface Marking {
  id: string;
  level: string;
  compartments: string[];
  /** Last day of its term, `2036-03-01`; null where it has none. */
  protectedUntil: string | null;
}

const idOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  return value && typeof value === 'object' && 'id' in value ? String(value.id) : null;
};

const read = (body: unknown, id: string): Marking | null => {
  if (!body || typeof body !== 'object' || !('level' in body) || typeof body.level !== 'string') return null;
  const compartments = 'compartments' in body && Array.isArray(body.compartments) ? body.compartments.map(String) : [];
  const until = 'protectedUntil' in body && typeof body.protectedUntil === 'string' ? body.protectedUntil : '';
  return { id, level: body.level, compartments, protectedUntil: until || null };
};

/**
 * The marking of the open document, as far as the person may see it.
 * @param marking what the document holds: the id of its marking, or the marking itself
 */
export const useLevel = (marking: unknown) => {
  const { language } = useWords();
  const id = idOf(marking);
  const [found, setFound] = useState<Marking | null>(null);
  const reload = useCallback(async () => {
    if (!id) return;
    const answer = await studioFetch(`/api/markings/${id}?depth=0`, language);
    setFound(answer.ok ? read(answer.body, id) : null);
  }, [id, language]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return { level: found?.level ?? null, marking: found, reload };
};
