import { isStudioLocale, type StudioLocale } from '#languages/locales.ts';
import { openCases, type ToldCase } from '../secrecy/told-cases.ts';
import type { Asker, DeskItem, DeskSection } from './desk.ts';

const localeOf = ({ locale }: ToldCase): StudioLocale[] => {
  const code = locale?.split('-')[0];
  return isStudioLocale(code) ? [code] : [];
};

const itemOf = (one: ToldCase): DeskItem => ({
  ...{ collection: one.collection, id: one.document, title: one.title, locales: localeOf(one), at: one.foundAt },
  note: one.pieces.find(({ certainty }) => certainty !== null)?.text ?? null,
});

/** Passages that the gate keeps in for words of secrecy until an officer has decided, the oldest first. */
export const secrecyWaiting = async ({ payload, shown }: Asker): Promise<DeskSection> => {
  const waiting = (await openCases(payload)).filter(({ state }) => state === 'waiting');
  return { key: 'secrecy', count: waiting.length, items: waiting.slice(0, shown).map(itemOf), href: '/admin/secrecy' };
};
