import { z } from 'zod';
import { type Inline, type LinkTarget, linkTarget, type Mark } from '#record/blocks.ts';
import { type Conversion, idOf, type LexicalNode, readNodes } from './lexical-node.ts';
import { isReleasedCollection, releasedCollections } from './released-collections.ts';

/** Lexical's format bits, in the order in which a record names marks. */
const markBits: readonly (readonly [Mark, number])[] = [
  ['bold', 1],
  ['italic', 2],
  ['underline', 8],
  ['strikethrough', 4],
  ['subscript', 32],
  ['superscript', 64],
  ['code', 16],
];

type Text = Extract<Inline, { type: 'text' }>;
type LinkChild = Exclude<Inline, { type: 'link' }>;

/** Runs of text, breaks and links among `values`; neighbours with the same marks become one run. */
export function toInlines(values: readonly unknown[], conversion: Conversion): Inline[] {
  return joinRuns(readNodes(values).flatMap((node) => toInline(node, conversion)));
}

/** Whether anything can be read in them. */
export const isBlank = (inlines: readonly Inline[]): boolean =>
  inlines.every((inline) => inline.type === 'break' || (inline.type === 'text' && inline.text.trim() === ''));

function toInline(node: LexicalNode, conversion: Conversion): Inline[] {
  switch (node.type) {
    case 'text':
    case 'tab':
      return toText(node);
    case 'linebreak':
      return [{ type: 'break' }];
    case 'link':
    case 'autolink':
      return toLink(node, conversion);
    default:
      conversion.unknown.add(node.type);
      return [];
  }
}

const textNode = z.object({ text: z.string(), format: z.number().catch(0) });

function toText(node: LexicalNode): Text[] {
  const read = textNode.safeParse(node);
  const text = read.success ? read.data.text.toWellFormed() : '';
  if (!read.success || text === '') return [];
  const marks = markBits.filter(([, bit]) => (read.data.format & bit) !== 0).map(([mark]) => mark);
  return [marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }];
}

/** A link whose target the public may not know, or that leads nowhere, leaves its words behind. */
function toLink(node: LexicalNode, conversion: Conversion): Inline[] {
  const children = toInlines(node.children, conversion).flatMap(withoutLink);
  const to = targetOf(node, conversion);
  return to && children.length > 0 ? [{ type: 'link', to, children }] : children;
}

const withoutLink = (inline: Inline): LinkChild[] => (inline.type === 'link' ? inline.children : [inline]);

const linkFields = z.object({
  linkType: z.string().catch('custom'),
  url: z.string().nullish().catch(null),
  doc: z.object({ relationTo: z.string(), value: z.unknown() }).nullish().catch(null),
});

function targetOf(node: LexicalNode, { refs, resolve }: Conversion): LinkTarget | null {
  const read = linkFields.safeParse(node.fields);
  if (!read.success) return null;
  const { linkType, url, doc } = read.data;
  if (linkType !== 'internal') return linkTarget.safeParse({ href: (url ?? '').trim() }).data ?? null;

  const value = idOf(doc?.value);
  if (!doc || value === null || !isReleasedCollection(doc.relationTo)) return null;
  const ref = { collection: doc.relationTo, id: value };
  refs.push({ ...ref, use: 'linked' });
  const id = resolve(ref);
  return id === null ? null : { document: { type: releasedCollections[ref.collection], id } };
}

function joinRuns(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (last?.type === 'text' && inline.type === 'text' && sameMarks(last, inline)) {
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    } else joined.push(inline);
  }
  return joined;
}

const sameMarks = (a: Text, b: Text) => (a.marks ?? []).join() === (b.marks ?? []).join();
