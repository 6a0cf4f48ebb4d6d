import type { Field } from 'payload';
import { studioLocales } from '#languages/locales.ts';
import { dayAndTime } from './day-and-time.ts';

const options = studioLocales.map((value) => ({ value, label: value }));

/** Language in which a document was written first. */
export const source = (): Field => ({
  name: 'source',
  type: 'select',
  options,
  defaultValue: 'vi',
  required: true,
  admin: { position: 'sidebar' },
});

/** From when until when a published language may be seen; empty: at once, for good. */
export const times = (): Field[] =>
  ['appearsAt', 'vanishesAt'].map((name) => ({
    name,
    type: 'date',
    localized: true,
    admin: { position: 'sidebar', readOnly: true, date: dayAndTime },
  }));
