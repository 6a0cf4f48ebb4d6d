import { isExactText } from '#sealing/exact-text.ts';
import type { SealedLevel } from '#sealing/identity.ts';
import { isSealedText, keyOfText } from '#sealing/sealed-text.ts';
import { mapFields } from './map-texts.ts';
import { exactFieldsOf } from './seal-row.ts';
import { sealedFields } from './sealed-fields.ts';

/** Whether anything of a row as it is stored lies open, or under the key of another level. */
export const isMisSealed = async (
  collection: string,
  stored: Readonly<Record<string, unknown>>,
  level: SealedLevel,
): Promise<boolean> => {
  let found = false;
  await mapFields(stored, sealedFields[collection] ?? {}, async (_, value) => {
    found ||= !isSealedText(value) || keyOfText(value).level !== level;
    return value;
  });
  await mapFields(stored, exactFieldsOf(collection), async (_, value) => {
    found ||= !isExactText(value);
    return value;
  });
  return found;
};
