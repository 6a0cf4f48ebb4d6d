import type { SingleKind, SpanKind } from '../../content.ts';

/** Namespace of what only this program says. */
export const ours = 'urn:benthanh:exchange:1';

/** Marks the text of a unit as it went out among the suggestions, where every tool leaves it: what comes back is held against it. */
export const asSent = 'benthanh:as-sent';

/** Namespaces of XLIFF 2.1 and of its modules that are written. */
export const xliff2 = {
  core: 'urn:oasis:names:tc:xliff:document:2.0',
  matches: 'urn:oasis:names:tc:xliff:matches:2.0',
  glossary: 'urn:oasis:names:tc:xliff:glossary:2.0',
  size: 'urn:oasis:names:tc:xliff:sizerestriction:2.0',
} as const;

export const xliff1 = 'urn:oasis:names:tc:xliff:document:1.2';

/** `type` and `subType` of a code in XLIFF 2.1, `ctype` in 1.2. */
export interface CodeName {
  readonly type: 'fmt' | 'link' | 'other';
  readonly subType?: string;
  readonly ctype: string;
}

export const spanNames: Readonly<Record<SpanKind, CodeName>> = {
  bold: { type: 'fmt', subType: 'xlf:b', ctype: 'bold' },
  italic: { type: 'fmt', subType: 'xlf:i', ctype: 'italic' },
  underline: { type: 'fmt', subType: 'xlf:u', ctype: 'underlined' },
  strikethrough: { type: 'fmt', subType: 'benthanh:s', ctype: 'x-s' },
  subscript: { type: 'fmt', subType: 'benthanh:sub', ctype: 'x-sub' },
  superscript: { type: 'fmt', subType: 'benthanh:sup', ctype: 'x-sup' },
  code: { type: 'fmt', subType: 'benthanh:code', ctype: 'x-code' },
  link: { type: 'link', ctype: 'link' },
  span: { type: 'other', subType: 'benthanh:span', ctype: 'x-span' },
};

export const singleNames: Readonly<Record<SingleKind, CodeName>> = {
  break: { type: 'fmt', subType: 'xlf:lb', ctype: 'lb' },
  tab: { type: 'fmt', subType: 'benthanh:tab', ctype: 'x-tab' },
  object: { type: 'other', subType: 'benthanh:object', ctype: 'x-object' },
};

/** Names that other tools have for formatting: of HTML, of TMX, in words. */
const spanWords: Readonly<Record<string, SpanKind>> = {
  ...{ b: 'bold', bold: 'bold', strong: 'bold', i: 'italic', italic: 'italic', em: 'italic' },
  ...{ u: 'underline', underline: 'underline', underlined: 'underline', ulined: 'underline' },
  ...{ s: 'strikethrough', strike: 'strikethrough', del: 'strikethrough', strikethrough: 'strikethrough' },
  ...{ sub: 'subscript', subscript: 'subscript', sup: 'superscript', superscript: 'superscript' },
  ...{ code: 'code', tt: 'code', a: 'link', link: 'link', span: 'span' },
};

const singleWords: Readonly<Record<string, SingleKind>> = {
  ...{ lb: 'break', br: 'break', break: 'break', tab: 'tab', object: 'object', image: 'object' },
};

/** The last word of a name: `strong` of `x-html-strong`, `b` of `xlf:b`. */
const wordOf = (name: string | undefined): string => (name ?? '').toLowerCase().split(/[:-]/).at(-1) ?? '';

const lookUp = <T>(words: Readonly<Record<string, T>>, names: readonly (string | undefined)[]): T | undefined => {
  const word = names.map(wordOf).find((one) => Object.hasOwn(words, one));
  return word === undefined ? undefined : words[word];
};

/** What formatting a tool means by the names it gives a code, the most exact first. */
export const spanOf = (...names: readonly (string | undefined)[]): SpanKind | undefined => lookUp(spanWords, names);

export const singleOf = (...names: readonly (string | undefined)[]): SingleKind | undefined =>
  lookUp(singleWords, names);
