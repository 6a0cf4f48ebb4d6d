import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Find, findSecrecy, isHeld } from '#secrecy/find.ts';
import type { DocumentRef } from '../release/released-collections.ts';

/** A piece of what is to be released: a field, or a paragraph, cell or caption of a body. */
export interface Passage {
  /** As the public calls the language; null: of all of them, as the name of a file. */
  readonly locale: string | null;
  readonly field: string;
  readonly text: string;
}

/** A passage that is not to be released before an officer has looked at it. */
export interface HeldPassage extends Passage {
  readonly finds: readonly Find[];
  /** SHA-256 of the document, the place and the very words: what an officer says holds for nothing else. */
  readonly fingerprint: string;
}

/** What is made by programs of numbers and bytes. */
const machinery = new Set(['sources', 'accessCopy', 'thumbhash', 'crops', 'focus', 'type', 'marks']);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Letters that stand side by side on the page stand side by side here, whatever is bold or a link among them. */
function runOf(children: readonly unknown[]): string {
  return children
    .filter(isObject)
    .map(({ type, text, children: inner }) =>
      type === 'break' ? '\n' : Array.isArray(inner) ? runOf(inner) : typeof text === 'string' ? text : '',
    )
    .join('');
}

/** Every text within a value of a record, in order; targets of links too. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one);
  else if (isObject(value)) {
    const { children, ...rest } = value;
    if (Array.isArray(children)) {
      yield runOf(children);
      yield* addressesIn(children);
    }
    for (const [key, one] of Object.entries(rest)) if (!machinery.has(key)) yield* textsIn(one);
  }
}

function* addressesIn(children: readonly unknown[]): Generator<string> {
  for (const { to, children: inner } of children.filter(isObject)) {
    if (isObject(to) && typeof to.href === 'string') yield to.href;
    if (Array.isArray(inner)) yield* addressesIn(inner);
  }
}

const converted = z.looseObject({ converted: z.looseObject({}) });

/** The passages of one edition. What a program has converted from another script was looked at there. */
export function passagesOf(locale: string, edition: unknown): Passage[] {
  if (!isObject(edition) || converted.safeParse(edition).success) return [];
  return Object.entries(edition)
    .filter(([field]) => !machinery.has(field))
    .flatMap(([field, value]) => [...textsIn(value)].map((text) => ({ locale, field, text })));
}

const named = z.object({ master: z.object({ filename: z.string() }) });

/** What tells of a picture beside what is released of it: the name that its file came with. */
export function passagesBeside(document: unknown): Passage[] {
  const read = named.safeParse(document);
  return read.success ? [{ locale: null, field: 'filename', text: read.data.master.filename }] : [];
}

const fingerprintOf = ({ collection, id }: DocumentRef, { locale, field, text }: Passage): string =>
  createHash('sha256')
    .update(JSON.stringify([collection, id, locale, field, text.normalize('NFC')]))
    .digest('hex');

/** Those of a document’s passages in which a stamp, or what can hardly be anything else, was found; each once. */
export function heldAmong(ref: DocumentRef, passages: readonly Passage[]): HeldPassage[] {
  const held = passages.flatMap((passage): HeldPassage[] => {
    const finds = findSecrecy(passage.text).filter(isHeld);
    return finds.length === 0 ? [] : [{ ...passage, finds, fingerprint: fingerprintOf(ref, passage) }];
  });
  return [...new Map(held.map((passage) => [passage.fingerprint, passage])).values()];
}
