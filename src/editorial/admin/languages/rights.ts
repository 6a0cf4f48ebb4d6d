'use client';
import type { StudioLocale } from '#languages/locales.ts';

interface Known {
  roles?: unknown;
  publishes?: unknown;
  translates?: unknown;
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/**
 * Whether a button to publish is worth showing. Only a courtesy: the studio decides when the button is pressed.
 * @param user the signed-in person as the admin knows them
 */
export const mayPublish = (user: unknown, locale: StudioLocale): boolean => {
  if (!user || typeof user !== 'object') return false;
  const { roles, publishes }: Known = user;
  return list(roles).includes('publisher') && list(publishes).includes(locale);
};

/** Whether the person may write in a language: a publisher who is no editor reads and decides. */
export const mayWrite = (user: unknown, locale: StudioLocale): boolean => {
  if (!user || typeof user !== 'object') return false;
  const { roles, translates }: Known = user;
  if (list(roles).includes('editor')) return true;
  return list(roles).includes('translator') && list(translates).includes(locale);
};

/** Whether the person is a security officer, who alone sees the form for raising a level. */
export const isSecurityOfficer = (user: unknown): boolean =>
  Boolean(user && typeof user === 'object' && list((user as Known).roles).includes('security-officer'));

/** Whether the person is a curator, who alone says what is in an album and in what order. */
export const isCurator = (user: unknown): boolean =>
  Boolean(user && typeof user === 'object' && list((user as Known).roles).includes('curator'));
