import { z } from 'zod';
import { publicId, recordType } from './common.ts';

/** Marks of a run of text, in this fixed order. */
export const mark = z.enum(['bold', 'italic', 'underline', 'strikethrough', 'subscript', 'superscript', 'code']);
export type Mark = z.infer<typeof mark>;

const text = z.strictObject({ type: z.literal('text'), text: z.string(), marks: z.array(mark).optional() });
const lineBreak = z.strictObject({ type: z.literal('break') });

/** Where a link leads: a document of ours by public id, or an address outside (http, https, mailto, tel only). */
export const linkTarget = z.union([
  z.strictObject({ document: z.strictObject({ type: recordType, id: publicId }) }),
  z.strictObject({
    href: z
      .string()
      .regex(/^(https?:|mailto:|tel:)/i)
      .max(2000),
  }),
]);
export type LinkTarget = z.infer<typeof linkTarget>;

const link = z.strictObject({
  type: z.literal('link'),
  to: linkTarget,
  children: z.array(z.discriminatedUnion('type', [text, lineBreak])),
});

export const inline = z.discriminatedUnion('type', [text, lineBreak, link]);
export type Inline = z.infer<typeof inline>;
const inlines = z.array(inline);

export const listItem = z.strictObject({
  children: inlines,
  get list() {
    return list.optional();
  },
});
export const list = z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(listItem) });
export type List = z.infer<typeof list>;

const paragraph = z.strictObject({ type: z.literal('paragraph'), children: inlines });
const heading = z.strictObject({
  type: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
  children: inlines,
});
const quote = z.strictObject({ type: z.literal('quote'), children: inlines });
const rule = z.strictObject({ type: z.literal('rule') });

/** A picture of the library with the caption that it has in this article; the picture's own words stand in its record. */
const image = z.strictObject({ type: z.literal('image'), image: publicId, caption: z.string().max(2000).nullable() });

const cell = z.strictObject({
  header: z.boolean(),
  colSpan: z.int().min(1).max(20),
  rowSpan: z.int().min(1).max(100),
  children: inlines,
});
const table = z.strictObject({ type: z.literal('table'), rows: z.array(z.array(cell)) });

/** A box of facts beside the text. */
const facts = z.strictObject({
  type: z.literal('facts'),
  title: z.string().max(300),
  blocks: z.array(z.discriminatedUnion('type', [paragraph, list])),
});

/** The closed set of what a body can hold. */
export const block = z.discriminatedUnion('type', [paragraph, heading, quote, rule, list, image, table, facts]);
export type Block = z.infer<typeof block>;
export const body = z.array(block);
