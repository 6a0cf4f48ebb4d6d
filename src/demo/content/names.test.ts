import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { studioLocales } from '#languages/locales.ts';
import { entryFaults, formsByKey } from '#translation/terms/check-registry.ts';
import { readCsv } from '#translation/terms/read-csv.ts';
import { wrongNames } from '#translation/terms/term-findings.ts';
import { buildTermIndex } from '#translation/terms/term-index.ts';
import { loadContent } from './load-content.ts';

const concepts = readCsv(readFileSync(new URL('names/names.csv', import.meta.url), 'utf8'));

describe('the official names of the demo', () => {
  it('stand together, each with one approved form in every language', () => {
    expect(entryFaults(concepts, formsByKey(concepts))).toEqual([]);
    for (const { id, forms } of concepts)
      for (const locale of studioLocales)
        expect(
          forms.filter((form) => form.locale === locale && form.status === 'approved'),
          `${id} ${locale}`,
        ).toHaveLength(1);
  });

  it('stop nothing of what the demo publishes', async () => {
    const index = buildTermIndex(concepts);
    const content = JSON.stringify(await loadContent());
    const stopping = studioLocales.flatMap((locale) =>
      wrongNames(index, content, locale, '2026-11-27').filter(({ stops }) => stops),
    );
    expect(stopping).toEqual([]);
  });
});
