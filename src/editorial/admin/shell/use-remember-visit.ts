'use client';
import { useEffect } from 'react';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

/** The same key that the desk reads; titles are never kept here, so a hidden document leaves no words behind. */
const address = '/api/payload-preferences/recently-visited';
const kept = 12;

interface Visit {
  collection: string;
  id: string;
  locale: string;
  at: string;
}

const visitsIn = (body: unknown): Visit[] => {
  const value = body && typeof body === 'object' && 'value' in body ? body.value : null;
  return value && typeof value === 'object' && 'visits' in value && Array.isArray(value.visits) ? value.visits : [];
};

/** Remembers for the person which documents they opened last. */
export const useRememberVisit = (collection: string, id: string | undefined, locale: string): void => {
  const { language } = useWords();
  useEffect(() => {
    if (!id) return;
    const remember = async () => {
      const before = await studioFetch(address, language);
      const others = before.ok ? visitsIn(before.body).filter((visit) => visit.id !== id) : [];
      const visit: Visit = { collection, id, locale, at: new Date().toISOString() };
      const value = { visits: [visit, ...others].slice(0, kept) };
      await studioFetch(address, language, { method: 'POST', json: { value } });
    };
    void remember();
  }, [collection, id, locale, language]);
};
