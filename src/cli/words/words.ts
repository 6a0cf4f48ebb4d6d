import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import type { OperatorLanguage } from '#config/operator-language.ts';
import { root } from '../root.ts';

/** Finds the words for a key of a namespace: `t('cli:banner.stop')`. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const namespaces = ['cli', 'errors', 'exchange', 'fields', 'problems'] as const;

/** The words of the command line in one language. */
export function openWords(language: OperatorLanguage): Words {
  const instance: i18n = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    interpolation: { escapeValue: false },
    resources: { [language]: Object.fromEntries(namespaces.map((name) => [name, readNamespace(language, name)])) },
  });
  return (key, values) => {
    const [namespace, name] = split(key);
    return instance.t(name, { ...values, ns: namespace });
  };
}

/** Keys of commands hold blanks, which i18next takes for a sentence, so that the namespace is told apart here. */
const split = (key: string): [namespace: string, name: string] => {
  const at = key.indexOf(':');
  return [key.slice(0, at), key.slice(at + 1)];
};

function readNamespace(language: OperatorLanguage, namespace: string): Record<string, string> {
  return JSON.parse(readFileSync(join(root, 'locales', language, `${namespace}.json`), 'utf8'));
}
