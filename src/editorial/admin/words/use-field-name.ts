'use client';
import { useTranslation } from '@payloadcms/ui';
import { useCallback } from 'react';

/**
 * Names of fields as the editor shows them.
 * @param collection whose own name for a field comes before the common one
 */
export const useFieldName = (collection: string | undefined) => {
  const { i18n } = useTranslation();
  const words: unknown = i18n.translations.fields;
  return useCallback(
    (field: string): string => {
      if (!words || typeof words !== 'object') return field;
      const known = words as Record<string, unknown>;
      const word = known[`${collection}.${field}`] ?? known[field];
      return typeof word === 'string' ? word : field;
    },
    [collection, words],
  );
};
