import { type Content, isRun, type OpenCode, plainText } from '../content.ts';

interface KeptLink {
  readonly link: OpenCode;
  /** What it stood around. */
  readonly words: string;
}

const linksIn = (content: Content, kept: (address: string) => boolean): KeptLink[] =>
  content.flatMap((piece, at) => {
    if (isRun(piece) || piece.code !== 'open' || piece.address === undefined || !kept(piece.address)) return [];
    const end = content.findIndex(
      (other, to) => to > at && !isRun(other) && other.code === 'close' && other.id === piece.id,
    );
    return end < 0 ? [] : [{ link: piece, words: plainText(content.slice(at + 1, end)) }];
  });

/** Which pieces are runs outside of any link: a link within a link is none. */
const freeRuns = (content: Content): { readonly at: number; readonly text: string }[] => {
  const links = new Set<string>();
  return content.flatMap((piece, at) => {
    if (isRun(piece)) return links.size === 0 ? [{ at, text: piece.text }] : [];
    if (piece.code === 'open' && piece.kind === 'link') links.add(piece.id);
    if (piece.code === 'close') links.delete(piece.id);
    return [];
  });
};

const nextId = (content: Content): string =>
  String(Math.max(0, ...content.map((piece) => (isRun(piece) ? 0 : Number(piece.id) || 0))) + 1);

const around = (content: Content, { link, words }: KeptLink): Content | null => {
  const runs = freeRuns(content);
  const longest = runs.toSorted((a, b) => b.text.length - a.text.length)[0];
  const found = words === '' ? undefined : runs.find(({ text }) => text.includes(words));
  const run = found ?? longest;
  if (!run) return null;
  const inner = found ? words : run.text;
  const from = run.text.indexOf(inner);
  const id = nextId(content);
  const pieces: Content = [
    { text: run.text.slice(0, from) },
    { ...link, id },
    { text: inner },
    { code: 'close', id },
    { text: run.text.slice(from + inner.length) },
  ];
  const filled = pieces.filter((piece) => !isRun(piece) || piece.text !== '');
  return [...content.slice(0, run.at), ...filled, ...content.slice(run.at + 1)];
};

/**
 * A text that somebody wrote who was not shown some links of the text before it, with those links: around the same words, or
 * around the longest run where the words are others.
 *
 * @param kept which addresses were not shown
 * @returns null where a link has no place any more
 */
export const keepLinks = (before: Content, text: Content, kept: (address: string) => boolean): Content | null =>
  linksIn(before, kept).reduce<Content | null>((found, link) => found && around(found, link), text);
