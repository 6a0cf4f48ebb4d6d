import { isExactText } from '#sealing/exact-text.ts';
import { isSealedText, type KeyOfText, keyOfText } from '#sealing/sealed-text.ts';
import { mapFields } from './map-texts.ts';
import { exactFieldsOf, sealedFields } from './sealed-fields.ts';

/** How the texts of a row lie in the database. */
export interface Lying {
  /** Something that ought to be sealed is not. */
  readonly isOpen: boolean;
  /** Under which keys, one for each text. */
  readonly keys: readonly KeyOfText[];
}

export const lyingOf = async (collection: string, stored: Readonly<Record<string, unknown>>): Promise<Lying> => {
  const keys: KeyOfText[] = [];
  let isOpen = false;
  await mapFields(stored, sealedFields[collection] ?? {}, async (_, value) => {
    const key = isSealedText(value) ? keyOfText(value) : null;
    if (key) keys.push(key);
    isOpen ||= !isSealedText(value);
    return value;
  });
  await mapFields(stored, exactFieldsOf(collection), async (_, value) => {
    isOpen ||= !isExactText(value);
    return value;
  });
  return { isOpen, keys };
};
