'use client';
import { DefaultEditView, useLocale } from '@payloadcms/ui';
import { useSearchParams } from 'next/navigation.js';
import type { DocumentViewClientProps } from 'payload';
import { isStudioLocale } from '#languages/locales.ts';

/**
 * The usual form, once the page knows its language. On the way to another language Payload draws it a moment before, and
 * names what it refers to (agency, places, cover) in the language that was open last.
 */
export const EditView = (props: DocumentViewClientProps) => {
  const { code } = useLocale();
  const asked = useSearchParams().get('locale');
  return isStudioLocale(asked) && asked !== code ? null : <DefaultEditView {...props} />;
};
