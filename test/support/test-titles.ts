import ts from 'typescript';

/**
 * Titles of the tests and groups of tests in a file, as they stand there (`%s answers %i`); of one that is put together, its first
 * part. What is left out (`skip`, `todo`) has none.
 */
export const titlesIn = (file: string, text: string): string[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTest(node.expression)) found.push(...titleOf(node.arguments[0]));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

const titleOf = (title: ts.Expression | undefined): string[] => {
  if (title && ts.isStringLiteralLike(title)) return [title.text];
  return title && ts.isTemplateExpression(title) ? [title.head.text] : [];
};

const isTest = (callee: ts.Expression): boolean => {
  if (ts.isIdentifier(callee)) return ['it', 'test', 'describe'].includes(callee.text);
  if (ts.isPropertyAccessExpression(callee))
    return !/^(skip|todo|skipIf|runIf|fails)$/.test(callee.name.text) && isTest(callee.expression);
  return ts.isCallExpression(callee) && isTest(callee.expression);
};
