'use client';
import { useFormFields, useFormInitializing } from '@payloadcms/ui';
import { useEffect } from 'react';
import type { StudioLocale } from '#languages/locales.ts';

/** A new document is written first in the language that is open: that is its source until somebody says otherwise. */
export const useSourceOfNew = (isNew: boolean, locale: StudioLocale): void => {
  const dispatch = useFormFields(([, dispatchFields]) => dispatchFields);
  // Before that the form would take its own first value over ours
  const isReady = !useFormInitializing();
  useEffect(() => {
    if (isNew && isReady) dispatch({ type: 'UPDATE', path: 'source', value: locale });
  }, [isNew, isReady, locale, dispatch]);
};
