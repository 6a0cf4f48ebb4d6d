'use client';
import { usePreferences } from '@payloadcms/ui';
import { useEffect } from 'react';

/** The same key that the desk reads; titles are never kept here, so a hidden document leaves no words behind. */
const recentKey = 'recently-visited';
const kept = 12;

interface Visit {
  collection: string;
  id: string;
  locale: string;
  at: string;
}

const visitsIn = (value: unknown): Visit[] =>
  value && typeof value === 'object' && 'visits' in value && Array.isArray(value.visits) ? value.visits : [];

/** Remembers for the person which documents they opened last. */
export const useRememberVisit = (collection: string, id: string | undefined, locale: string): void => {
  const { getPreference, setPreference } = usePreferences();
  useEffect(() => {
    if (!id) return;
    const remember = async () => {
      const before = visitsIn(await getPreference(recentKey));
      const others = before.filter((visit) => visit.collection !== collection || visit.id !== id);
      const visit: Visit = { collection, id, locale, at: new Date().toISOString() };
      await setPreference(recentKey, { visits: [visit, ...others].slice(0, kept) });
    };
    void remember();
  }, [collection, id, locale, getPreference, setPreference]);
};
