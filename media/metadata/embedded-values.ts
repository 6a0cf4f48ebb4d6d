import { knownDate } from './embedded-date.ts';
import type { EmbeddedSource, Said } from './embedded-record.ts';
import type { Raw } from './embedded-sources.ts';
import type { Kind } from './embedded-table.ts';
import type { LegacyForm } from './legacy-tables.ts';
import { recogniseLegacy } from './legacy-text.ts';

/** Most characters of one value, and most values of one property. */
const longest: Readonly<Record<Kind, number>> = {
  languages: 4000,
  text: 300,
  list: 300,
  places: 500,
  date: 40,
  address: 2000,
  term: 200,
};
const maxItems = 100;

/**
 * What a block has for one property, fit to be shown. Two values for one language, and one item twice, are one.
 * @param expected the legacy form that the block as a whole seems to be in
 */
export function saidBy(source: EmbeddedSource, kind: Kind, raws: readonly Raw[], expected?: LegacyForm): Said[] {
  const seen = new Set<string>();
  return raws
    .slice(0, maxItems)
    .flatMap((raw) => shown(kind, raw, expected) ?? [])
    .map((value) => ({ source, ...value }))
    .filter(({ lang, text }) => {
      const key = kind === 'list' || kind === 'places' ? text : lang;
      return !seen.has(key) && seen.add(key);
    });
}

function shown(kind: Kind, raw: Raw, expected?: LegacyForm): Omit<Said, 'source'> | null {
  const text = clean(raw.text, longest[kind]);
  if (text === '') return null;
  if (kind === 'date') return knownDate(text) && { lang: '', ...(knownDate(text) as { text: string }) };
  if (kind === 'address') return isAddress(text) ? { lang: '', text } : null;
  if (kind === 'term') return { lang: '', text: text.replace(/^https?:.*[/#](?=[^/#]+$)/, '') };
  // Before cleaning: what cannot be seen may be a letter of an older encoding
  const legacy = recogniseLegacy(raw.text.slice(0, 2 * longest[kind]), expected);
  const lang = landed(raw.lang);
  return legacy === null
    ? { lang, text }
    : { lang, text, legacy: { ...legacy, text: clean(legacy.text, longest[kind]) } };
}

const isAddress = (text: string) => /^https?:\/\//i.test(text) && URL.canParse(text);

/** Keeps line breaks; everything else that cannot be seen goes. */
function clean(text: string, max: number): string {
  const visible = text
    .slice(0, 4 * max)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n]/gu, '')
    .normalize('NFC')
    .trim();
  return [...visible].slice(0, max).join('');
}

/** The language of ours in which a tag lands: `vi-VN` is `vi`, `zh-CN` is `zh-Hans`; others stay what they are. */
function landed(tag: string): string {
  if (tag === '' || tag.toLowerCase() === 'x-default') return tag.toLowerCase();
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    if (language === 'zh') return `zh-${script}`;
    return ['vi', 'en', 'fr'].includes(language) ? language : tag.slice(0, 35);
  } catch {
    return '';
  }
}
