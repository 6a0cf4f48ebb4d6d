'use client';
import { useAuth, useDocumentInfo, useLocale } from '@payloadcms/ui';
import { isStudioLocale, type StudioLocale } from '#languages/locales.ts';
import { useWords } from '../words/use-words.ts';
import { useDocumentLanguages } from './languages-store.ts';
import { mayPublish, mayWrite } from './rights.ts';

/** The open document as every part of the editor of ours needs it. */
export const useOpenDocument = () => {
  const { id, collectionSlug, data } = useDocumentInfo();
  const { code } = useLocale();
  const { user } = useAuth();
  const { language } = useWords();
  const locale: StudioLocale = isStudioLocale(code) ? code : 'vi';
  const documentId = id === undefined || id === null ? undefined : String(id);
  const { languages, reload } = useDocumentLanguages(collectionSlug, documentId, language, data?.updatedAt);
  return {
    collection: collectionSlug ?? '',
    id: documentId,
    locale,
    languages,
    facts: languages?.languages.find((one) => one.locale === locale) ?? null,
    review: languages?.reviews.find((one) => one.locale === locale) ?? null,
    reload,
    canWrite: mayWrite(user, locale),
    canPublish: mayPublish(user, locale),
  };
};
