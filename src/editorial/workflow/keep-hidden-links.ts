import { z } from 'zod';

type Node = Readonly<Record<string, unknown>>;

const textNode = z.looseObject({ type: z.literal('text'), text: z.string() });
type TextNode = z.infer<typeof textNode>;

const withWords = z.looseObject({ text: z.string().optional(), children: z.array(z.unknown()).optional() });

/** The words within a part of a text. */
export const wordsWithin = (value: unknown): string => {
  const read = withWords.safeParse(value);
  return read.success ? (read.data.text ?? '') + (read.data.children ?? []).map(wordsWithin).join('') : '';
};

/** Where the words of a link stand now; where they are no more, the longest run of words is what became of them. */
const placeFor = (words: string, runs: readonly TextNode[]): { run: TextNode; inner: string } | null => {
  const same = words === '' ? undefined : runs.find(({ text }) => text.includes(words));
  if (same) return { run: same, inner: words };
  const longest = runs.toSorted((a, b) => b.text.length - a.text.length)[0];
  return longest ? { run: longest, inner: longest.text } : null;
};

const around = (line: readonly unknown[], link: Node): readonly unknown[] => {
  const runs = line.flatMap((one) => {
    const read = textNode.safeParse(one);
    return read.success && read.data.text !== '' ? [read.data] : [];
  });
  const place = placeFor(wordsWithin(link), runs);
  if (!place) return line;
  const { run, inner } = place;
  const at = run.text.indexOf(inner);
  const rest = (text: string) => (text === '' ? [] : [{ ...run, text }]);
  const parts = [
    ...rest(run.text.slice(0, at)),
    { ...link, children: [{ ...run, text: inner }] },
    ...rest(run.text.slice(at + inner.length)),
  ];
  const index = line.findIndex((one) => wordsWithin(one) === run.text && textNode.safeParse(one).success);
  return [...line.slice(0, index), ...parts, ...line.slice(index + 1)];
};

/**
 * A line of a text with the links that its writer was not shown: around the same words, or around the longest run where the words
 * are others. Without any words left, a link has nothing to stand on and is gone with them.
 */
export const keepLinksInLine = (line: readonly unknown[], links: readonly Node[]): readonly unknown[] =>
  links.reduce<readonly unknown[]>(around, line);
