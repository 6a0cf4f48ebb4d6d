/*
 * Says in RELAX NG what a DTD says of elements and attributes: names, order, how often, which attributes have to be there and
 * which values they may have. Defaults and entities of characters are no part of it.
 */

const nest = (name: string, inner: string): string => `<${name}>${inner}</${name}>`;
const repeats: Readonly<Record<string, string>> = { '*': 'zeroOrMore', '+': 'oneOrMore', '?': 'optional' };

/** A model such as `((note|prop)*, tuv+)`, read from left to right. */
const modelOf = (model: string): string => {
  const tokens = model.match(/#PCDATA|[\w:-]+|[(),|*+?]/g) ?? [];
  let at = 0;
  const particle = (): string => {
    const token = tokens[at++] ?? '';
    const inner = token === '(' ? group() : token === '#PCDATA' ? '<text/>' : `<ref name="${token}"/>`;
    const repeat = repeats[tokens[at] ?? ''];
    if (!repeat) return inner;
    at += 1;
    return nest(repeat, inner);
  };
  const group = (): string => {
    const parts = [particle()];
    const separator = tokens[at];
    while (tokens[at] === ',' || tokens[at] === '|') {
      at += 1;
      parts.push(particle());
    }
    at += 1;
    return nest(separator === '|' ? 'choice' : 'group', parts.join(''));
  };
  return particle();
};

const contentOf = (model: string): string => (model === 'EMPTY' ? '<empty/>' : modelOf(model));

const valuesOf = (type: string): string =>
  type.startsWith('(')
    ? nest('choice', (type.match(/[\w:-]+/g) ?? []).map((value) => nest('value', value)).join(''))
    : '<text/>';

const attributeOf = ([, name = '', type = '', demand = '', fixed]: readonly (string | undefined)[]): string => {
  const value = fixed === undefined ? valuesOf(type) : nest('value', fixed);
  const attribute = `<attribute name="${name}">${value}</attribute>`;
  return demand === '#REQUIRED' ? attribute : nest('optional', attribute);
};

/** @param root name of the outermost element */
export const relaxNgOf = (dtd: string, root: string): string => {
  const plain = dtd.replace(/<!--[\s\S]*?-->/g, '');
  const entities = new Map(
    [...plain.matchAll(/<!ENTITY\s+%\s+(\S+)\s+"([^"]*)"/g)].map(([, name, text]) => [name, text]),
  );
  const text = plain.replace(/%(\w+);/g, (_, name: string) => entities.get(name) ?? '');
  const lists = new Map(
    [...text.matchAll(/<!ATTLIST\s+(\S+)\s+([^>]*)>/g)].map(([, name, body = '']) => [
      name,
      [...body.matchAll(/([\w:-]+)\s+(CDATA|\([^)]*\))\s+(#\w+)(?:\s+"([^"]*)")?/g)].map(attributeOf).join(''),
    ]),
  );
  const defines = [...text.matchAll(/<!ELEMENT\s+(\S+)\s+(EMPTY|\([^>]*?[)*+?])\s*>/g)].map(
    ([, name = '', model = '']) =>
      `<define name="${name}"><element name="${name}">${lists.get(name) ?? ''}${contentOf(model)}</element></define>`,
  );
  return `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="${root}"/></start>${defines.join('')}</grammar>`;
};
