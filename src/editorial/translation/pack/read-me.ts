import { ownNames, type StudioLocale } from '#languages/locales.ts';
import { speak } from '../../words/speak.ts';

const places = [
  ['xliff/', 'xliff'],
  ['older-tools/', 'older'],
  ['preview/', 'preview'],
  ['memory.tmx', 'memory'],
  ['terms.tbx', 'terms'],
  ['contents.json', 'contents'],
] as const;

/**
 * What whoever opens a pack has to know, as plain text.
 * @param to language that is translated into
 * @param language of whoever takes the pack along
 */
export const readMe = (to: StudioLocale, language: StudioLocale): string => {
  const say = (key: string, values = {}) => speak(language, 'exchange', `readMe.${key}`, values);
  const list = places.map(([place, key]) => `${place.padEnd(16)}${say(key)}`);
  return `${[say('title', { language: ownNames[to] }), '', ...list, '', say('work'), '', say('back')].join('\n')}\n`;
};
