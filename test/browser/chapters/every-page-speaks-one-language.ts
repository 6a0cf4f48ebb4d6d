import { en } from '@payloadcms/translations/languages/en';
import { fr } from '@payloadcms/translations/languages/fr';
import { vi } from '@payloadcms/translations/languages/vi';
import { zh } from '@payloadcms/translations/languages/zh';
import { describe, expect, it } from 'vitest';
import { ownNames, type StudioLocale, studioLocales } from '#languages/locales.ts';
import { namespaces, readWords } from '../../support/words.ts';
import type { Stage } from '../support/stage.ts';
import { phone } from '../support/visit.ts';

type Tree = { readonly [key: string]: string | Tree };

const wordsIn = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : wordsIn(value)));

/** Typed by its makers key by key; here any key will do. */
const shipped: Record<StudioLocale, Tree> = {
  vi: vi.translations as unknown as Tree,
  en: en.translations as unknown as Tree,
  fr: fr.translations as unknown as Tree,
  zh: zh.translations as unknown as Tree,
};

/** Every whole text of the studio in one language, Payload's and ours. */
const vocabulary = (locale: StudioLocale): Set<string> =>
  new Set([...wordsIn(shipped[locale]), ...namespaces().flatMap((name) => Object.values(readWords(locale, name)))]);

/** Texts that stand on a page, and the names of its controls, each once. */
const spoken = (): string[] => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent && !parent.closest('script, style, [lang]:not(html)')) texts.push(walker.currentNode.nodeValue ?? '');
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
    for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
  }
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => /\p{L}{3}/u.test(text));
};

const pages = [
  '/admin',
  '/admin/translations',
  '/admin/translate/import',
  '/admin/inbox',
  '/admin/launches',
  '/admin/copies',
  '/admin/collections/articles',
  '/admin/collections/articles/create',
  '/admin/account',
];

/** A page in one language has no whole text of another on it, and no control whose name is English in all of them. */
export const everyPageSpeaksOneLanguage =
  (languages: readonly StudioLocale[]) =>
  (stage: () => Stage): void => {
    describe.each(languages)('every page in %s', (language) => {
      it('speaks that language alone', async () => {
        const own = new Set([...vocabulary(language), ...Object.values(ownNames)]);
        const foreign = new Set(
          studioLocales
            .filter((one) => one !== language)
            .flatMap((one) => [...vocabulary(one)].filter((text) => !own.has(text))),
        );
        const found: string[] = [];
        const look = async (part: 'editor' | 'curator' | 'officer', addresses: readonly string[]) =>
          stage().as(
            part,
            async (visit) => {
              for (const address of addresses) {
                await visit.open(address);
                const texts = await visit.page.evaluate(spoken);
                found.push(...texts.filter((text) => foreign.has(text)).map((text) => `${address}: ${text}`));
              }
            },
            { language },
          );
        const article = '/admin/collections/articles';
        const { body } = await (await stage().caller('editor')).get(
          '/api/articles?depth=0&limit=1&locale=vi&where[slug][equals]=mot-ngay-o-cho-ben-thanh',
        );
        await look('editor', [...pages, `${article}/${body.docs[0].id}`, `${article}/${body.docs[0].id}/versions`]);
        await look('curator', [
          '/admin/archive',
          '/admin/collections/images',
          '/admin/collections/images/create',
          '/admin/collections/albums/create',
          '/admin/collections/places',
        ]);
        await look('officer', ['/admin/secrecy', '/admin/review-queue', '/admin/answers']);
        expect(found).toEqual([]);
      });
    });

    it('the desk and an article fit a telephone', async () => {
      await stage().as(
        'editor',
        async (visit) => {
          const { body } = await (await stage().caller('editor')).get('/api/articles?depth=0&limit=1');
          for (const address of [
            '/admin',
            `/admin/collections/articles/${body.docs[0].id}`,
            '/admin/collections/articles',
          ]) {
            await visit.open(address);
            expect(await visit.page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(
              phone.width,
            );
          }
        },
        { size: phone },
      );
    });

    it('the pages of an officer fit a telephone', async () => {
      await stage().as(
        'officer',
        async (visit) => {
          for (const address of ['/admin/secrecy', '/admin/review-queue']) {
            await visit.open(address);
            expect(await visit.page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(
              phone.width,
            );
          }
        },
        { size: phone },
      );
    });
  };
