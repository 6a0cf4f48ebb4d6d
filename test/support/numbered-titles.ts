import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A test, or a group of tests, whose title begins with rows of docs/leaks.md. */
export interface NumberedTitle {
  readonly file: string;
  readonly rows: readonly number[];
}

/** Rows and nothing else, then the title: `R1 R29: nothing tells …`. */
const form = /^((?:R\d+ )*R\d+): \S/;
const places = ['test/**/*.test.ts', 'test/browser/chapters/*.ts', '{src,media,collections}/**/*.test.ts'];

/** Titles of tests that run, each with the rows before it. */
export const numberedTitles = (root: string): NumberedTitle[] =>
  globSync(places, { cwd: root }).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return /['"`]R\d/.test(text) ? titlesIn(file, text) : [];
  });

const titlesIn = (file: string, text: string): NumberedTitle[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: NumberedTitle[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTest(node.expression)) {
      const [title] = node.arguments;
      const rows = title && ts.isStringLiteralLike(title) ? rowsOf(title.text) : [];
      if (rows.length > 0) found.push({ file, rows });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

const rowsOf = (title: string): number[] => (form.exec(title)?.[1] ?? '').split(' ').filter(Boolean).map(numberOf);

const numberOf = (row: string): number => Number(row.slice(1));

/** `it`, `test.each(…)` and the like; not what is left out. */
const isTest = (callee: ts.Expression): boolean => {
  if (ts.isIdentifier(callee)) return ['it', 'test', 'describe'].includes(callee.text);
  if (ts.isPropertyAccessExpression(callee))
    return !/^(skip|todo|skipIf|runIf|fails)$/.test(callee.name.text) && isTest(callee.expression);
  return ts.isCallExpression(callee) && isTest(callee.expression);
};
