import { expect, test } from 'vitest';
import { readOperatorLanguage } from './operator-language.ts';

test.each([
  [{ LANG: 'vi_VN.UTF-8' }, 'vi'],
  [{ LANG: 'fr' }, 'fr'],
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'fr_FR', LC_ALL: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'vi_VN', LC_MESSAGES: 'fr_FR' }, 'fr'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{ LANG: 'vie' }, 'en'],
  [{}, 'en'],
])('%o speaks %s', (env, language) => {
  expect(readOperatorLanguage(env)).toBe(language);
});
