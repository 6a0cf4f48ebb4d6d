/** Attributes of an element in the order in which they are written; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Characters that XML 1.0 cannot hold, not even as a reference (2.2). */
export const beyondXml =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters that XML forbids are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
const reference = (character: string): string => references[character] ?? character;

/** Text between tags. What XML cannot hold becomes U+FFFD; a carriage return is kept. */
export const escapeText = (text: string): string => text.replace(beyondXml, '\ufffd').replace(/[&<>\r]/g, reference);

/** The value of an attribute, white space kept. */
export const escapeAttribute = (text: string): string =>
  text.replace(beyondXml, '\ufffd').replace(/[&<>"\t\n\r]/g, reference);

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeAttribute(String(value))}"`))
    .join('');

/** `<name …>` */
export const openTag = (name: string, attributes: Attributes = {}): string => `<${name}${written(attributes)}>`;

/** `<name …/>` */
export const emptyTag = (name: string, attributes: Attributes = {}): string => `<${name}${written(attributes)}/>`;

/** An element around markup that is escaped already. */
export const element = (name: string, attributes: Attributes, markup: string): string =>
  `${openTag(name, attributes)}${markup}</${name}>`;

/** An element that holds text. */
export const textElement = (name: string, attributes: Attributes, text: string): string =>
  element(name, attributes, escapeText(text));

/** Lines of markup; those that are empty are left out. */
export const lines = (...parts: readonly string[]): string =>
  parts.map((part) => (part === '' ? '' : `${part}\n`)).join('');

/** First line of every file. */
export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
