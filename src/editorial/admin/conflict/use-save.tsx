'use client';
import { toast, useDocumentInfo, useForm, useFormModified, useLocale } from '@payloadcms/ui';
import { type ReactNode, useCallback, useState } from 'react';
import { isStudioLocale } from '#languages/locales.ts';
import { loadLanguages } from '../languages/languages-store.ts';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type Clash, ConflictDialog } from './conflict-dialog.tsx';
import { threeWay } from './three-way.ts';

type Fields = Record<string, unknown>;

const pick = (from: Fields, fields: readonly string[]): Fields =>
  Object.fromEntries(fields.map((field) => [field, from[field]]));

const revisionOf = (value: unknown): number =>
  value && typeof value === 'object' && 'revision' in value && typeof value.revision === 'number' ? value.revision : 0;

/**
 * Saving a draft so that nobody overwrites anybody: the save names the revision it began from. When somebody saved in
 * between, fields that only they touched are taken over without a question (another language, another field); where
 * both touched the same field a dialog shows both and lets the person choose. What is typed is never thrown away.
 * @returns `save`, which resolves to the revision now stored, or null when nothing was saved; and the dialog to draw.
 */
/** Collections whose documents are published language by language; the others are public as soon as they are saved. */
const drafted = new Set(['articles', 'events']);

export const useSave = (): { save: () => Promise<number | null>; modified: boolean; dialog: ReactNode } => {
  const { id, collectionSlug, data } = useDocumentInfo();
  const { submit, getData } = useForm();
  const asDraft = drafted.has(collectionSlug ?? '');
  const modified = useFormModified();
  const { code: locale } = useLocale();
  const { say, language } = useWords();
  const [clash, setClash] = useState<Clash | null>(null);

  const send = useCallback(
    async (overrides: Fields): Promise<boolean> => {
      const query = `?locale=${locale}&depth=0&fallback-locale=none${asDraft ? '&draft=true' : ''}`;
      const answer = await submit({
        action: `/api/${collectionSlug}${id ? `/${id}` : ''}${query}`,
        method: id ? 'PATCH' : 'POST',
        overrides: { ...(asDraft ? { _status: 'draft' } : {}), ...overrides },
        skipValidation: asDraft,
      });
      return Boolean(answer?.res.ok);
    },
    [submit, collectionSlug, id, locale, asDraft],
  );

  const meet = useCallback(async (): Promise<{ overrides: Fields } | 'clash'> => {
    if (!id || !collectionSlug) return { overrides: {} };
    const expected = revisionOf(data);
    const query = `?locale=${locale}&depth=0&fallback-locale=none&draft=true`;
    const answer = await studioFetch(`/api/${collectionSlug}/${id}${query}`, language);
    const theirs = answer.ok ? (answer.body as Fields) : {};
    const revision = revisionOf(theirs);
    if (!answer.ok || revision === expected) return { overrides: { revision: expected } };
    const mine = getData() as Fields;
    const merge = threeWay((data ?? {}) as Fields, mine, theirs);
    const taken = pick(theirs, merge.taken);
    if (merge.clashing.length > 0) {
      const writers = (await loadLanguages(collectionSlug, String(id), language))?.writers ?? {};
      const by = isStudioLocale(locale) ? (writers[locale]?.others.at(-1) ?? null) : null;
      const at = typeof theirs.updatedAt === 'string' ? theirs.updatedAt : null;
      setClash({ fields: merge.clashing, mine, theirs, taken, revision, by, at });
      return 'clash';
    }
    if (merge.taken.length > 0) toast.info(say('conflict.merged'));
    return { overrides: { ...taken, revision } };
  }, [id, collectionSlug, data, language, locale, getData, say]);

  const after = useCallback(async (): Promise<number | null> => {
    if (!id || !collectionSlug || !asDraft) return 0;
    return (await loadLanguages(collectionSlug, String(id), language))?.revision ?? null;
  }, [id, collectionSlug, language, asDraft]);

  const save = useCallback(async (): Promise<number | null> => {
    const met = await meet();
    if (met === 'clash') return null;
    if (await send(met.overrides)) return after();
    // Somebody saved between the look and the save: look once more, so that the person sees whose save it was.
    if (id) await meet();
    return null;
  }, [meet, send, after, id]);

  const resolve = async (chosen: Fields) => {
    setClash(null);
    if (clash && (await send({ ...clash.taken, ...chosen, revision: clash.revision }))) await after();
  };
  const dialog = clash ? (
    <ConflictDialog
      clash={clash}
      collection={collectionSlug ?? ''}
      onCancel={() => setClash(null)}
      onResolve={resolve}
    />
  ) : null;
  return { save, modified, dialog };
};
