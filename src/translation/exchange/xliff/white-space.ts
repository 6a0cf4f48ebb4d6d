import type { Token } from '../inline/token.ts';
import { attribute, type XmlElement, xmlNamespace } from '../xml/element.ts';

/** Whether white space counts: the nearest `xml:space` says it. @param path outermost first */
export const isPreserved = (...path: readonly XmlElement[]): boolean => {
  const said = path
    .map((element) => attribute(element, 'space', xmlNamespace))
    .findLast((value) => value !== undefined);
  return said === 'preserve';
};

/** Line breaks and what is around them are one space where white space does not count, and nothing at the ends. */
export const collapsed = (tokens: readonly Token[]): Token[] =>
  tokens.map((token, index) => {
    if (token.token !== 'text') return token;
    let text = token.text.replace(/[ \t]*[\r\n]\s*/g, ' ');
    if (index === 0 && text.startsWith(' ')) text = text.trimStart();
    if (index === tokens.length - 1) text = text.trimEnd();
    return { token: 'text', text };
  });
