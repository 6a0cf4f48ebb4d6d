import { z } from 'zod';
import { commonOrder } from '#translation/segments/common-order.ts';
import { isSame } from './content-changes.ts';
import { stripped, strippedBody } from './hide-references.ts';
import { keepLinksInLine } from './keep-hidden-links.ts';

const node = z.looseObject({
  type: z.string(),
  children: z.array(z.unknown()).optional(),
  fields: z.looseObject({}).optional(),
});
type Node = z.infer<typeof node>;
const richText = z.looseObject({ root: z.looseObject({ children: z.array(z.unknown()) }) });

type Hidden = ReadonlySet<string>;

const typeOf = (value: unknown): string | null => node.safeParse(value).data?.type ?? null;

/** What an editor's form writes anew at every save and nobody reads. */
const incidental = new Set(['version', 'direction', 'textFormat', 'textStyle', 'detail', 'mode', 'style']);

/** A part of a text as it is recognised again. */
const keyOf = (value: unknown): string =>
  JSON.stringify(value, (name, inner: unknown) => {
    if (incidental.has(name)) return undefined;
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

/** A part of the text before: as it is, and as the person was shown it. */
interface Part {
  readonly whole: unknown;
  readonly shown: unknown;
  /** Pictures that the person was not shown and that stand behind it. */
  readonly behind: unknown[];
}

const partsOf = (before: readonly unknown[], hidden: Hidden): { leading: unknown[]; parts: Part[] } => {
  const leading: unknown[] = [];
  const parts: Part[] = [];
  for (const whole of before) {
    const [shown] = stripped(whole, hidden);
    if (shown === undefined) (parts.at(-1)?.behind ?? leading).push(whole);
    else parts.push({ whole, shown, behind: [] });
  }
  return { leading, parts };
};

/** Where each part stands now: the same part, or what stands in its place between the same neighbours. */
const placesOf = (parts: readonly Part[], after: readonly unknown[]): (number | null)[] => {
  const same = new Map(
    commonOrder(
      parts.map(({ shown }) => keyOf(shown)),
      after.map(keyOf),
    ),
  );
  const taken = new Set(same.values());
  let [one, other] = [-1, -1];
  return parts.map(({ shown }, at) => {
    const found = same.get(at);
    if (found !== undefined) {
      [one, other] = [at, found];
      return found;
    }
    const instead = other + (at - one);
    const between = Array.from({ length: instead - other }, (_, step) => other + 1 + step);
    const isFree = instead < after.length && !between.some((index) => taken.has(index));
    return isFree && typeOf(after[instead]) === typeOf(shown) ? instead : null;
  });
};

const isInline = (children: readonly unknown[]): boolean =>
  children.some((child) => ['text', 'link', 'autolink', 'linebreak'].includes(typeOf(child) ?? ''));

const hiddenLinks = (children: readonly unknown[], hidden: Hidden): Node[] =>
  children.flatMap((child) => {
    const read = node.safeParse(child);
    const isGone =
      read.success && read.data.type === 'link' && !stripped(child, hidden).some((one) => isSame(one, child));
    return isGone ? [read.data] : [];
  });

/** A part that says something else now, with what its writer was not shown of it. */
const keepWithin = (before: unknown, after: unknown, hidden: Hidden): unknown => {
  const [was, is] = [node.safeParse(before).data, node.safeParse(after).data];
  if (!was || !is) return after;
  const content = was.fields?.content && { content: keepHiddenInBody(was.fields.content, is.fields?.content, hidden) };
  const fields = content && is.fields ? { fields: { ...is.fields, ...content } } : {};
  if (!was.children || !is.children) return { ...is, ...fields };
  const children = isInline(was.children)
    ? keepLinksInLine(is.children, hiddenLinks(was.children, hidden))
    : keepAmong(was.children, is.children, hidden);
  return { ...is, ...fields, children };
};

const keepAmong = (before: readonly unknown[], after: readonly unknown[], hidden: Hidden): unknown[] => {
  const { leading, parts } = partsOf(before, hidden);
  const places = placesOf(parts, after);
  const placed = new Map<number, unknown>();
  const behind = new Map<number, unknown[]>([[-1, leading]]);
  let last = -1;
  for (const [index, part] of parts.entries()) {
    const place = places[index] ?? null;
    if (place !== null) {
      const isUnchanged = keyOf(after[place]) === keyOf(part.shown);
      placed.set(place, isUnchanged ? part.whole : keepWithin(part.whole, after[place], hidden));
      last = place;
    }
    behind.set(last, [...(behind.get(last) ?? []), ...part.behind]);
  }
  const rest = after.flatMap((one, index) => [placed.get(index) ?? one, ...(behind.get(index) ?? [])]);
  return [...(behind.get(-1) ?? []), ...rest];
};

/**
 * A text of the editor that somebody wrote who was not shown all of it, with what they were not shown: pictures stand behind what
 * they stood behind, links around the words they were around. Who takes a paragraph away takes its links with it; a picture of
 * which one knows nothing nobody takes away.
 *
 * @param before all of the text, as it stands
 * @param after what was written over that part of it that was shown
 * @param hidden ids of what was not shown
 */
export function keepHiddenInBody(before: unknown, after: unknown, hidden: ReadonlySet<string>): unknown {
  const [was, is] = [richText.safeParse(before).data, richText.safeParse(after).data];
  if (!was || !is || isSame(strippedBody(was, hidden), was)) return after;
  if (isSame(strippedBody(was, hidden), is)) return before;
  return { ...is, root: { ...is.root, children: keepAmong(was.root.children, is.root.children, hidden) } };
}
