import { Failure } from '#errors/failure.ts';
import type { StudioLocale } from '#languages/locales.ts';
import type { Content } from '#translation/content.ts';
import { buildTarget } from '#translation/segments/build-target.ts';
import { hasWords } from '#translation/segments/extract.ts';
import { insertContents } from '#translation/segments/insert.ts';
import type { FieldShape } from '#translation/segments/shape.ts';
import { isSame } from '../../workflow/content-changes.ts';
import type { Stored, Translatable } from '../document.ts';
import type { Line } from '../lines/line.ts';

const isObject = (value: unknown): value is Stored =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** The fields of a shape as they are in one language. */
export const inLanguage = (document: Stored, shape: readonly FieldShape[], locale: StudioLocale): Stored =>
  Object.fromEntries(
    shape.map(({ name, localized }) => {
      const value = document[name];
      return [name, localized ? (isObject(value) ? (value[locale] ?? null) : null) : (value ?? null)];
    }),
  );

/** Texts that are to stand against lines, by the key of the line; without words, the line is to have none. */
export type NewTexts = ReadonlyMap<string, Content>;

const partsOf = (lines: readonly Line[], texts: NewTexts) => {
  const pairs = new Map<string, string>();
  const contents = new Map<string, Content>();
  const leftOut = new Set<string>();
  const dropped = new Set<string>();
  for (const { key, unit, source, target } of lines) {
    const text = texts.get(key);
    if (source && target) pairs.set(source.path, target.path);
    if (source && text) contents.set(source.path, text);
    if (source && !target && !text && unit?.apart?.kind === 'left-out') leftOut.add(source.path);
    if (!source && target && text && !hasWords(text)) dropped.add(target.path);
  }
  return { pairs, contents, leftOut, dropped };
};

/** What stands in this language alone changes where it stands. @throws Failure `segment-unplaced` */
const withOwn = (document: unknown, shape: readonly FieldShape[], lines: readonly Line[], texts: NewTexts): unknown => {
  const own = lines.flatMap(({ key, source, target }): [string, Content][] => {
    const text = texts.get(key);
    return !source && target && text && hasWords(text) ? [[target.path, text]] : [];
  });
  if (own.length === 0) return document;
  const inserted = insertContents(document, shape, new Map(own));
  if (inserted.unplaced.length > 0) throw new Failure('segment-unplaced');
  return inserted.document;
};

/** Fields that new texts belong to: whoever confirms a title begins no text of pictures alone. */
const fieldsOf = (lines: readonly Line[], texts: NewTexts): ReadonlySet<string | undefined> =>
  new Set(lines.flatMap(({ key, source, target }) => (texts.has(key) ? (source ?? target)?.field.split('.')[0] : [])));

/** A text of the editor in which nothing stands. */
const isBlank = (value: unknown): boolean =>
  value === undefined ||
  (isObject(value) && isObject(value.root) && Array.isArray(value.root.children) && value.root.children.length === 0);

/**
 * What a save has to change so that lines say something new: the fields of one language that become others.
 * @throws Failure `segment-unplaced`
 */
export const buildWords = (
  { draft, source: from }: Translatable,
  shape: readonly FieldShape[],
  locale: StudioLocale,
  lines: readonly Line[],
  texts: NewTexts,
): Stored => {
  const before = inLanguage(draft, shape, locale);
  const own = withOwn(before, shape, lines, texts);
  const parts = { source: inLanguage(draft, shape, from), target: own, shape, ...partsOf(lines, texts) };
  const isOwnAlone = parts.contents.size === 0 && parts.dropped.size === 0;
  const built = isOwnAlone ? own : buildTarget(parts);
  if (!isObject(built)) return {};
  const touched = fieldsOf(lines, texts);
  const changed = shape.filter(({ name }) => touched.has(name) && !isSame(before[name], built[name]));
  return Object.fromEntries(changed.map(({ name }) => [name, isBlank(built[name]) ? null : built[name]]));
};
