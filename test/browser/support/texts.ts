import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Words as the editor keeps them. @param format bits of Lexical: 1 is bold */
export const run = (text: string, format = 0) => ({
  ...{ type: 'text', version: 1, detail: 0, format, mode: 'normal', style: '', text },
});

/** A body of paragraphs, each of some runs. */
export const textOf = (...paragraphs: readonly (readonly object[])[]) => ({
  root: {
    ...{ type: 'root', version: 1, direction: 'ltr', format: '', indent: 0 },
    children: paragraphs.map((children) => ({
      ...{ type: 'paragraph', version: 1, direction: 'ltr', format: '', indent: 0, textFormat: 0, textStyle: '' },
      children,
    })),
  },
});

/** Nothing on a part of the page that keeps people who hear it, or use the keys alone, from working. */
export const isAccessible = async (page: Page, part: string): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
};
