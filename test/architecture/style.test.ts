import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const generated = ['**/importMap.js', '**/migrations/**', '**/*.d.ts'];
const product = globSync('{src,media,collections}/**/*.{ts,tsx,mjs}', { cwd: root, exclude: generated });
const everything = [
  ...product,
  ...globSync(['test/**/*.ts', 'bench/**/*.ts', '*.ts', '*.mjs'], { cwd: root, exclude: generated }),
];
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const linesOf = (file: string) => read(file).split('\n').length - 1;

const most = { fileLines: 300, medianLines: 60, functionLines: 60 };

describe('files', () => {
  test('are found', () => expect(product.length).toBeGreaterThan(150));

  test('stay under 300 lines', () => {
    expect(everything.filter((file) => linesOf(file) >= most.fileLines)).toEqual([]);
  });

  test('have a median under 60 lines', () => {
    const lengths = product.map(linesOf).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(most.medianLines);
  });

  test('have names in kebab-case', () => {
    const framework = /^src\/app\//;
    const names = everything.filter((file) => !framework.test(file)).map((file) => file.split('/').at(-1) ?? '');
    expect(names.filter((name) => !/^\.?[a-z0-9]+([-.][a-z0-9]+)*$/.test(name))).toEqual([]);
  });
});

test('no function of the product is longer than 60 lines', () => {
  expect(product.filter((file) => !/\.test\.tsx?$/.test(file)).flatMap(longFunctions)).toEqual([]);
});

describe('no code of the product', () => {
  const offenders = (pattern: RegExp, allowed: RegExp) =>
    product.filter((file) => !allowed.test(file) && pattern.test(withoutComments(read(file))));
  const nowhere = /^$/;

  test('reads the environment outside src/config and the launcher', () => {
    expect(offenders(/process\.env\b/, /^src\/config\/|^src\/cli\/launch\.mjs$|\.test\.ts$/)).toEqual([]);
  });

  test('calls process.exit', () => {
    expect(offenders(/process\.exit\(/, nowhere)).toEqual([]);
  });

  test('leaves a note for later', () => {
    expect(product.filter((file) => /\b(TODO|FIXME|XXX|HACK)\b/.test(read(file)))).toEqual([]);
  });
});

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');

/** Functions over the limit, as `file:line name (lines)`. */
function longFunctions(file: string): string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      const from = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
      const lines = source.getLineAndCharacterOfPosition(node.getEnd()).line - from + 1;
      if (lines > most.functionLines) found.push(`${file}:${from + 1} (${lines} lines)`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
