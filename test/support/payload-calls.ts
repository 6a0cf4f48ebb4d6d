import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A call of Payload’s programs’ door, which passes by all rules unless it is told not to. */
export interface PayloadCall {
  /** `file:line` */
  readonly at: string;
  readonly file: string;
  /** What it says of `overrideAccess`: null where it says nothing. */
  readonly says: string | null;
}

const operations =
  /^(find|findByID|findDistinct|findVersions|findVersionByID|count|countVersions|create|update|delete|duplicate|restoreVersion|findGlobal|updateGlobal)$/;

/** Every such call in the product. What is spread into its argument is looked up in the same file. */
export const payloadCalls = (root: string): PayloadCall[] =>
  globSync('{src,collections}/**/*.{ts,tsx}', { cwd: root, exclude: ['**/*.test.ts', '**/migrations/**'] }).flatMap(
    (file) => callsIn(file, readFileSync(join(root, file), 'utf8')),
  );

const callsIn = (file: string, text: string): PayloadCall[] => {
  if (!/\bpayload\s*\./.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: PayloadCall[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isOperation(node.expression)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push({ at: `${file}:${line}`, file, says: saidBy(node.arguments[0], source) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

const isOperation = (callee: ts.Expression): boolean =>
  ts.isPropertyAccessExpression(callee) &&
  operations.test(callee.name.text) &&
  /(^|\.)payload$/.test(callee.expression.getText());

const saidBy = (argument: ts.Node | undefined, source: ts.SourceFile, depth = 0): string | null => {
  if (!argument || depth > 3) return null;
  let said: string | null = null;
  const visit = (node: ts.Node): void => {
    if (said !== null) return;
    if (ts.isPropertyAssignment(node) && node.name.getText(source) === 'overrideAccess')
      said = node.initializer.getText(source);
    else if (ts.isIdentifier(node)) said = saidBy(declared(node.text, source), source, depth + 1);
    if (said === null) ts.forEachChild(node, visit);
  };
  // Whatever the argument names may hold it: a constant, or a function that makes it
  visit(argument);
  return said;
};

const declared = (name: string, source: ts.SourceFile): ts.Node | undefined => {
  let found: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText(source) === name) found ??= node.initializer;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};
