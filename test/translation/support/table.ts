import { expect } from 'vitest';
import type { StudioLocale } from '#languages/locales.ts';
import type { Caller } from '../../support/studio-caller.ts';

export interface TableRow {
  readonly collection: string;
  readonly id: string;
  readonly title: string;
  readonly titleIn: StudioLocale | null;
  readonly source: StudioLocale;
  readonly changed: string;
  readonly cells: Record<StudioLocale, { state: string; published: boolean; done: number; of: number }>;
}

export interface Table {
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly languages: StudioLocale[];
  readonly states: Record<StudioLocale, Record<string, number>>;
  readonly facets: Record<string, { value: string; count: number; label?: string }[]>;
  readonly rows: TableRow[];
}

const addressOf = (path: string, question: Record<string, string>): string =>
  `/api/translation/${path}?${new URLSearchParams({ locale: 'vi', ...question })}`;

/** The table as somebody sees it. */
export const tableFor = async (who: Caller, question: Record<string, string> = {}): Promise<Table> => {
  const { status, body } = await who.get(addressOf('coverage', { limit: '200', ...question }));
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

/** The same question as a file for table programs. */
export const csvFor = (who: Caller, question: Record<string, string> = {}) =>
  who.get(addressOf('coverage.csv', { locale: 'en', ...question }));

/** Titles in their order. */
export const titlesFor = async (who: Caller, question: Record<string, string> = {}): Promise<string[]> =>
  (await tableFor(who, question)).rows.map(({ title }) => title);

export const rowOf = async (who: Caller, id: string): Promise<TableRow> => {
  const found = (await tableFor(who)).rows.find((row) => row.id === id);
  if (!found) throw new Error(`no row of ${id}`);
  return found;
};

/** State of each language of a document, in the order vi, en, fr, zh. */
export const statesOf = async (who: Caller, id: string): Promise<string> => {
  const { cells } = await rowOf(who, id);
  return [cells.vi, cells.en, cells.fr, cells.zh].map(({ state }) => state).join(' ');
};

/** How many documents there are of each state of a language, nothing left out that is none. */
export const countsOf = ({ states }: Table, locale: StudioLocale): Record<string, number> =>
  Object.fromEntries(Object.entries(states[locale]).filter(([, count]) => count > 0));
