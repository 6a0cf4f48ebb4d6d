import { expect, it } from 'vitest';
import { studioLocales } from '#languages/locales.ts';
import { type Digest, saysSomething, writeDigest } from './digest.ts';

const digest: Digest = {
  name: 'Lan <b>',
  language: 'en',
  counts: { late: 1, translate: 0, review: 12, talk: 0 },
  named: [{ title: 'A & "B" <i>', locale: 'fr', due: '2026-11-30', href: 'https://s/admin/translate/articles/1/fr' }],
  studioUrl: 'https://s',
};

it('says the same as text and as HTML, in which nothing of a title is markup', () => {
  const { subject, text, html } = writeDigest(digest);
  expect(subject).toBe('Bến Thành: 13 things wait for you');
  expect(text).toContain('- 1 overdue\n- 12 to review\n');
  expect(text).toContain('- A & "B" <i> · Français · due 30/11/2026\n  https://s/admin/translate/articles/1/fr');
  expect(text).not.toContain('to translate');
  expect(html).toContain('A &#38; &#34;B&#34; &#60;i&#62; · Français');
  expect(html).not.toMatch(/<b>|<i>/);
  expect(html).toContain('<li>12 to review</li>');
});

it.each(studioLocales)('is worded in %s', (language) => {
  const { subject, text } = writeDigest({ ...digest, language });
  expect(`${subject}${text}`).not.toMatch(/mail\.|\{\{/);
});

it('says nothing where nothing waits', () => {
  expect(saysSomething(digest)).toBe(true);
  expect(saysSomething({ ...digest, counts: { late: 0, translate: 0, review: 0, talk: 0 } })).toBe(false);
});
