import type { Field, TextFieldSingleValidation } from 'payload';
import { text } from 'payload/shared';

/** Longest texts, in UTF-16 units, as the input rules and the database see them. */
export const longest = {
  title: 300,
  slug: 150,
  summary: 1000,
  address: 500,
  alt: 1000,
  caption: 4000,
  description: 4000,
  credit: 500,
  short: 300,
  note: 4000,
  pressText: 20_000,
} as const;

/**
 * A language has no title any more only where a program of ours takes the language away, as when two records that were
 * merged are parted; for everybody else a title is required.
 */
const unlessForgotten: TextFieldSingleValidation = (value, options) =>
  !value && options.req?.context?.forgetsLanguage === true ? true : text(value, options as never);

export const title = (): Field => ({
  name: 'title',
  type: 'text',
  localized: true,
  required: true,
  maxLength: longest.title,
  validate: unlessForgotten,
});

export const name = (): Field => ({
  name: 'name',
  type: 'text',
  localized: true,
  required: true,
  maxLength: longest.title,
});

/** Each language has its own, made where it is needed: nothing that somebody translates. */
export const ownInEachLanguage = { custom: { ownInEachLanguage: true } } as const;

/** Last part of the address in one language: made from the title where nobody gives it. */
export const slug = (): Field => ({
  name: 'slug',
  type: 'text',
  localized: true,
  index: true,
  maxLength: longest.slug,
  // A copy gets addresses of its own
  hooks: { beforeDuplicate: [() => null] },
  admin: { position: 'sidebar' },
  ...ownInEachLanguage,
});

export const summary = (): Field => ({
  name: 'summary',
  type: 'textarea',
  localized: true,
  maxLength: longest.summary,
});
