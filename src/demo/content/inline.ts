/** What a link of the notation leads to: a document of the demo by kind and key, or an address outside. */
export type InlineTarget = { kind: LinkKind; key: string } | { href: string };

const linkKinds = ['article', 'event', 'place', 'topic', 'agency', 'image'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** A run of text; `link` where it leads somewhere. */
export interface Span {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link?: InlineTarget;
}

const token = /\*\*|\*|\[([^[\]]+)\]\(([^()\s]+)\)/g;

function targetOf(address: string): InlineTarget {
  if (/^https?:\/\//.test(address)) return { href: address };
  const [kind, key] = address.split(':');
  const known = linkKinds.find((name) => name === kind);
  if (known === undefined || !key) throw new RangeError(`unknown link target: ${address}`);
  return { kind: known, key };
}

/**
 * Reads the inline marks of the notation (`**bold**`, `*italic*`, `[words](target)`).
 * @throws RangeError when a mark is left open or a link leads to an unknown kind of thing
 */
export function parseInline(source: string): Span[] {
  const spans: Span[] = [];
  let bold = false;
  let italic = false;
  let from = 0;
  const push = (text: string, link?: InlineTarget) => {
    if (text !== '') spans.push({ text, bold, italic, ...(link && { link }) });
  };
  for (const match of source.matchAll(token)) {
    push(source.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[0] === '**') bold = !bold;
    else if (match[0] === '*') italic = !italic;
    else push(match[1] ?? '', targetOf(match[2] ?? ''));
  }
  push(source.slice(from));
  if (bold || italic) throw new RangeError(`mark left open: ${source.slice(0, 60)}`);
  return spans;
}

/** The words alone, as a reader sees them. */
export const plainText = (source: string): string =>
  parseInline(source)
    .map((span) => span.text)
    .join('');
