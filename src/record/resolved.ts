import { z } from 'zod';
import { mark } from './blocks.ts';
import { publicId, recordType } from './common.ts';
import { picture } from './picture.ts';

const text = z.strictObject({ type: z.literal('text'), text: z.string(), marks: z.array(mark).optional() });
const lineBreak = z.strictObject({ type: z.literal('break') });

/** A link whose target can be opened: links to what is not public have been unwrapped into their words. */
const link = z.strictObject({
  type: z.literal('link'),
  href: z.string().meta({ description: 'http, https, mailto or tel' }),
  document: z
    .strictObject({ type: recordType, id: publicId })
    .optional()
    .meta({ description: 'Set when the link leads to a document of this API' }),
  children: z.array(z.discriminatedUnion('type', [text, lineBreak])),
});

export const resolvedInline = z
  .discriminatedUnion('type', [text, lineBreak, link])
  .meta({ id: 'Inline', description: 'A run of text, a line break or a link' });
export type ResolvedInline = z.infer<typeof resolvedInline>;
const inlines = z.array(resolvedInline);

export const resolvedListItem = z
  .strictObject({
    children: inlines,
    get list() {
      return resolvedList.optional();
    },
  })
  .meta({ id: 'ListItem' });
export const resolvedList = z
  .strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(resolvedListItem) })
  .meta({ id: 'List' });
export type ResolvedList = z.infer<typeof resolvedList>;

const paragraph = z.strictObject({ type: z.literal('paragraph'), children: inlines });
const heading = z.strictObject({
  type: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
  children: inlines,
});
const quote = z.strictObject({ type: z.literal('quote'), children: inlines });
const rule = z.strictObject({ type: z.literal('rule') });
const image = z.strictObject({ type: z.literal('image'), picture, caption: z.string().nullable() });
const cell = z.strictObject({
  header: z.boolean(),
  colSpan: z.int(),
  rowSpan: z.int(),
  children: inlines,
});
export type ResolvedCell = z.infer<typeof cell>;
const table = z.strictObject({ type: z.literal('table'), rows: z.array(z.array(cell)) });
const facts = z.strictObject({
  type: z.literal('facts'),
  title: z.string(),
  blocks: z.array(z.discriminatedUnion('type', [paragraph, resolvedList])),
});

/** What a body holds once its references have become addresses: the form in which the public gets it as data. */
export const resolvedBlock = z
  .discriminatedUnion('type', [paragraph, heading, quote, rule, resolvedList, image, table, facts])
  .meta({ id: 'Block', description: 'One block of a body' });
export type ResolvedBlock = z.infer<typeof resolvedBlock>;
