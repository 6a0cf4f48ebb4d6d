import type { Environment } from './config.ts';

/** The languages that a terminal is spoken to in. */
export type OperatorLanguage = 'vi' | 'en' | 'fr' | 'zh';

const languages: readonly OperatorLanguage[] = ['vi', 'en', 'fr', 'zh'];

/** The operator's language as the terminal says it (LC_ALL, LC_MESSAGES, LANG: `vi_VN.UTF-8`); English where we do not speak it. */
export function readOperatorLanguage(env: Environment = process.env): OperatorLanguage {
  const told = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return languages.find((language) => new RegExp(`^${language}([_.@-]|$)`, 'i').test(told)) ?? 'en';
}
