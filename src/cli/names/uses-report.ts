import type { NameUse, NameUses } from '#editorial/translation/terms/uses/name-uses.ts';
import type { Answer } from '../command.ts';
import type { Words } from '../words/words.ts';

const columns = ['collection', 'id', 'title', 'locale', 'field', 'found', 'times', 'in', 'concept', 'instead'] as const;

/** A cell that no table program takes for a formula. */
const cell = (text: string): string => {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

const rowOf = (use: NameUse): string =>
  [
    ...[use.collection, use.id, use.title, use.locale, use.field, use.found, String(use.times)],
    ...[use.in.join(' '), use.conceptId, use.instead.join(' | ')],
  ]
    .map(cell)
    .join(',');

const lineOf = (use: NameUse, t: Words): string => {
  const right = use.instead.length > 0 ? ` → ${use.instead.join(', ')}` : '';
  const states = use.in.map((state) => t(`cli:names.in.${state}`)).join(', ');
  return `  ${use.collection}/${use.id} ${use.locale} ${use.title} · ${use.found}${right} · ${states}`;
};

/** Where wrong names stand, for a person or as a table. */
export const usesAnswer = ({ uses }: NameUses, csv: boolean, t: Words): Answer => {
  const texts = new Set(uses.map(({ collection, id }) => `${collection}/${id}`)).size;
  const people = [
    t(uses.length === 0 ? 'cli:names.unused' : 'cli:names.used', { texts, uses: uses.length }),
    ...uses.map((use) => lineOf(use, t)),
  ];
  return { data: { uses }, lines: csv ? [columns.join(','), ...uses.map(rowOf)] : people };
};
