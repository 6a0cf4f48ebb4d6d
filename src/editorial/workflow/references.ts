import { z } from 'zod';

/** Documents whose marking counts for what refers to them. */
export const markedCollections = ['images', 'articles', 'events', 'albums'] as const;
export type MarkedCollection = (typeof markedCollections)[number];

export const isMarkedCollection = (name: unknown): name is MarkedCollection =>
  markedCollections.includes(name as MarkedCollection);

/** Another document of ours that a document shows (its picture appears) or links to. */
export interface Reference {
  readonly collection: string;
  readonly id: string;
  readonly use: 'shown' | 'linked';
}

const idIn = (value: unknown): string | null => {
  if (typeof value === 'string' && value !== '') return value;
  const read = z.looseObject({ id: z.string() }).safeParse(value);
  return read.success ? read.data.id : null;
};

const node = z.looseObject({
  type: z.string(),
  children: z.array(z.unknown()).optional(),
  fields: z.looseObject({}).optional(),
});
const richText = z.looseObject({ root: z.looseObject({ children: z.array(z.unknown()) }) });
const linked = z.looseObject({ doc: z.looseObject({ relationTo: z.string(), value: z.unknown() }) });

/** What a text in the editor's form refers to, fact boxes and tables included. */
export const referencesInBody = (body: unknown): Reference[] => {
  const read = richText.safeParse(body);
  return read.success ? read.data.root.children.flatMap(inNode) : [];
};

const inNode = (value: unknown): Reference[] => {
  const read = node.safeParse(value);
  if (!read.success) return [];
  const { type, fields = {}, children = [] } = read.data;
  return [...ownReferences(type, fields), ...children.flatMap(inNode), ...referencesInBody(fields.content)];
};

const ownReferences = (type: string, fields: Record<string, unknown>): Reference[] => {
  if (type === 'block' && fields.blockType === 'picture') return reference('images', fields.image, 'shown');
  if (type !== 'link') return [];
  const read = linked.safeParse(fields);
  return read.success ? reference(read.data.doc.relationTo, read.data.doc.value, 'linked') : [];
};

const reference = (collection: string, value: unknown, use: Reference['use']): Reference[] => {
  const id = idIn(value);
  return id === null ? [] : [{ collection, id, use }];
};

const relations: Readonly<Record<string, string>> = {
  cover: 'images',
  topics: 'topics',
  places: 'places',
  agency: 'agencies',
  place: 'places',
  organiser: 'agencies',
  parent: 'topics',
  rightsRecord: 'rights',
  consents: 'consents',
};

/** Everything that a document in one language refers to. */
export const referencesOf = (doc: Readonly<Record<string, unknown>>): Reference[] => {
  const named = Object.entries(relations).flatMap(([field, collection]) =>
    [doc[field]].flat().flatMap((value) => reference(collection, value, field === 'cover' ? 'shown' : 'linked')),
  );
  return [...named, ...referencesInBody(doc.body)];
};

/** Ids of the images whose pictures a text shows, each once, apart by spaces; empty when there are none. */
export const imagesInBody = (body: unknown): string => {
  const shown = referencesInBody(body).filter(({ collection, use }) => use === 'shown' && collection === 'images');
  return [...new Set(shown.map(({ id }) => id))].join(' ');
};
