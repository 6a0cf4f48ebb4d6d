import type { LabelFunction } from 'payload';

/** A name in the person's language; the words stand in `locales`, namespace `fields`. */
export const word =
  (key: string): LabelFunction =>
  ({ t }) =>
    (t as (key: string) => string)(`fields:${key}`);
