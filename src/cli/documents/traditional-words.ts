import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failures } from '#errors/failures.ts';
import { cityNames } from '#translation/script/city-names.ts';
import { openToTraditional } from '#translation/script/to-traditional.ts';
import { root } from '../root.ts';

type Words = Readonly<Record<string, string>>;

const kinds: Readonly<Record<string, { readonly audience: string }>> = failures;
const isForThePublic = (code: string): boolean => kinds[code]?.audience === 'public';
const all = (): boolean => true;

/** What of each namespace the public can meet. */
const met: Readonly<Record<string, (key: string) => boolean>> = {
  errors: isForThePublic,
  problems: isForThePublic,
  rights: all,
  viewer: all,
};

/** Placeholders and keys of other words stay as they are. */
const placeholder = /({{[^}]*}}|\$t\([^)]*\))/;

const converted = (words: Words, isMet: (key: string) => boolean): Words => {
  const { text } = openToTraditional(cityNames);
  const convert = (simplified: string): string =>
    simplified
      .split(placeholder)
      .map((part, at) => (at % 2 === 1 ? part : text(part)))
      .join('');
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, words]) => (isMet(key) ? [[key, convert(words)]] : [])),
  );
};

/**
 * The words of ours that the public meets, in Traditional characters: delivery reads them, and converts nothing itself.
 * @returns contents by path below `locales`
 */
export const traditionalWords = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(met).map(([namespace, isMet]) => {
      const words: Words = JSON.parse(readFileSync(join(root, `locales/zh/${namespace}.json`), 'utf8'));
      return [`zh-Hant/${namespace}.json`, `${JSON.stringify(converted(words, isMet), null, 2)}\n`];
    }),
  );
