import type { Field, NamedTab, Payload, Tab } from 'payload';
import { z } from 'zod';
import type { SegmentRole } from '#translation/segments/segment.ts';
import type { Boxes, FieldShape } from '#translation/segments/shape.ts';
import type { TranslatedCollection } from './translated-collections.ts';

/** What fields are in a document by their names; everything else is a text. */
const roles: Readonly<Record<string, SegmentRole>> = {
  title: 'title',
  name: 'title',
  summary: 'summary',
  alt: 'alt',
  caption: 'caption',
};

/** Payload’s own fields of a box, which hold no words. */
const ofBoxes = new Set(['id', 'blockName', 'blockType']);

const known = new WeakMap<Payload, Map<TranslatedCollection, readonly FieldShape[]>>();

/** What of a collection’s documents can be translated, told from its fields. */
export const shapeOf = (payload: Payload, slug: TranslatedCollection): readonly FieldShape[] => {
  const shapes = known.get(payload) ?? new Map<TranslatedCollection, readonly FieldShape[]>();
  known.set(payload, shapes);
  const shape = shapes.get(slug) ?? shapeOfFields(fieldsOf(payload, slug));
  shapes.set(slug, shape);
  return shape;
};

const fieldsOf = (payload: Payload, slug: TranslatedCollection): readonly Field[] => {
  const slugged: Readonly<Record<string, { config: { fields: Field[] } } | undefined>> = payload.collections;
  return slugged[slug]?.config.fields ?? [];
};

/** Where a field stands: below something localised all of it is of one language. */
interface Place {
  readonly localized: boolean;
  readonly box: string | null;
}
const outside: Place = { localized: false, box: null };

/** What of a document with these fields can be translated, whatever kinds of fields they are. */
export const shapeOfFields = (fields: readonly Field[]): readonly FieldShape[] => shapesOf(fields, outside);

const shapesOf = (fields: readonly (Field | Tab)[], place: Place): FieldShape[] =>
  fields.flatMap((field) => shapesOfField(field as Field, place));

const isOwnInEachLanguage = (field: Field): boolean =>
  'custom' in field && (field.custom as { ownInEachLanguage?: unknown } | undefined)?.ownInEachLanguage === true;

function shapesOfField(field: Field, place: Place): FieldShape[] {
  if (isOwnInEachLanguage(field)) return [];
  if (field.type === 'tabs') return shapesOf(field.tabs, place);
  if (field.type === 'row' || field.type === 'collapsible') return shapesOf(field.fields, place);
  if (!('name' in field) || !field.name) return 'fields' in field ? shapesOf(field.fields, place) : [];
  const localized = !place.localized && 'localized' in field && field.localized === true;
  const within = { ...place, localized: place.localized || localized };
  // A tab with a name is a group that says nothing of its kind
  const typed = field.type ? field : ({ ...(field as NamedTab), type: 'group' } satisfies Field);
  return shapesOfNamed(typed, field.name, localized, within);
}

function shapesOfNamed(field: Field, name: string, localized: boolean, place: Place): FieldShape[] {
  switch (field.type) {
    case 'text':
    case 'textarea': {
      if (!place.localized || (place.box !== null && ofBoxes.has(name))) return [];
      const role = place.box === 'facts' && name === 'title' ? 'facts-title' : (roles[name] ?? 'text');
      const limit = field.maxLength === undefined ? {} : { limit: field.maxLength };
      const many = field.type === 'text' && field.hasMany ? { many: true } : {};
      return [{ kind: 'text', name, localized, role, ...limit, ...many }];
    }
    case 'richText':
      return place.localized ? [{ kind: 'rich', name, localized, blocks: boxesIn(field.editor) }] : [];
    case 'blocks':
      return filled(boxesOf(field.blocks, place), (blocks) => ({ kind: 'blocks', name, localized, blocks }));
    case 'array':
      return below(field.fields, place, (fields) => ({ kind: 'rows', name, localized, fields }));
    case 'group':
      return below(field.fields, place, (fields) => ({ kind: 'group', name, localized, fields }));
    default:
      return [];
  }
}

const below = (inner: readonly Field[], place: Place, make: (fields: FieldShape[]) => FieldShape): FieldShape[] => {
  const fields = shapesOf(inner, place);
  return fields.length === 0 ? [] : [make(fields)];
};

const filled = (boxes: Boxes, make: (boxes: Boxes) => FieldShape): FieldShape[] =>
  boxes.size === 0 ? [] : [make(boxes)];

const boxesOf = (blocks: readonly { slug: string; fields: Field[] }[], place: Place): Boxes =>
  new Map(
    blocks.flatMap(({ slug, fields }) => {
      const shapes = shapesOf(fields, { ...place, box: slug });
      return shapes.length === 0 ? [] : [[slug, shapes] as const];
    }),
  );

/** The one place where the editor tells which boxes a text may hold; what it does not tell is left alone. */
const editor = z.object({
  editorConfig: z.object({ resolvedFeatureMap: z.instanceof(Map<string, unknown>) }),
});
const feature = z.object({
  sanitizedServerFeatureProps: z.object({
    blocks: z.array(z.object({ slug: z.string(), fields: z.array(z.unknown()) })),
  }),
});

const boxesIn = (value: unknown): Boxes => {
  const read = editor.safeParse(value);
  const blocks = read.success ? feature.safeParse(read.data.editorConfig.resolvedFeatureMap.get('blocks')) : null;
  if (!blocks?.success) return new Map();
  const list = blocks.data.sanitizedServerFeatureProps.blocks as { slug: string; fields: Field[] }[];
  return boxesOf(list, { localized: true, box: null });
};
