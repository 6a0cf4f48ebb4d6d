import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
export const languages = ['vi', 'en', 'fr', 'zh'] as const;
export type Language = (typeof languages)[number];
export type Namespace = Readonly<Record<string, string>>;

/** Names of all namespaces, as the English folder has them. */
export const namespaces = (): string[] =>
  readdirSync(join(root, 'locales/en'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));

export const readWords = (language: Language, namespace: string): Namespace =>
  JSON.parse(readFileSync(join(root, 'locales', language, `${namespace}.json`), 'utf8'));

export const readContext = (): Readonly<Record<string, Namespace>> =>
  JSON.parse(readFileSync(join(root, 'locales/context.json'), 'utf8'));

/** The variables and nested keys of a text, sorted: what a translation must not lose. */
export const variablesOf = (text: string): string[] =>
  [...text.matchAll(/{{\s*([\w.]+)[^}]*}}/g)].map(([, name]) => name ?? '').sort();
