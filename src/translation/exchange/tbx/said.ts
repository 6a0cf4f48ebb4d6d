import { attribute, isElement, textOf, type XmlElement } from '../xml/element.ts';
import { tbx } from './vocabulary.ts';

/** What an element says of a concept, a language or a term, by the name of its data category. */
export interface Said {
  /** The first value of one of the categories, the first named first. */
  one(...categories: readonly string[]): string | undefined;
  all(category: string): readonly string[];
}

/** Elements that group a category with what is said of it. */
const groups = new Set(['descripGrp', 'adminGrp', 'termNoteGrp', 'termGrp']);

/** In the style of attributes `type` names the category; in that of tags the element does, in a namespace of its own. */
const categoryOf = (element: XmlElement): string =>
  element.uri === '' || element.uri === tbx ? (attribute(element, 'type') ?? element.local) : element.local;

const pairs = (element: XmlElement): (readonly [string, string])[] =>
  element.children
    .filter(isElement)
    .flatMap((child) =>
      groups.has(child.local) ? pairs(child) : [[categoryOf(child), textOf(child).trim()] as const],
    );

export const saidIn = (...elements: readonly XmlElement[]): Said => {
  const values = Map.groupBy(
    elements.flatMap(pairs).filter(([, text]) => text !== ''),
    ([category]) => category,
  );
  const all = (category: string) => (values.get(category) ?? []).map(([, text]) => text);
  return {
    all,
    one: (...categories) => categories.map((category) => all(category)[0]).find((text) => text !== undefined),
  };
};
