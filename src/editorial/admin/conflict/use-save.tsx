'use client';
import { toast, useDocumentInfo, useForm, useFormModified, useLocale } from '@payloadcms/ui';
import { type ReactNode, useState } from 'react';
import { isStudioLocale } from '#languages/locales.ts';
import { loadLanguages } from '../languages/languages-store.ts';
import { useWords } from '../words/use-words.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { type Clash, type Fields, type Meeting, meet } from './meet.ts';
import { settled } from './settled.ts';

/** Collections whose documents are published language by language; the others are public as soon as they are saved. */
const drafted = new Set(['articles', 'events']);

/** The save under way: a second one (Ctrl-S and at once a button) waits for it, or both would name the same revision. */
let underWay: Promise<unknown> = Promise.resolve();

const inTurn = <T,>(act: () => Promise<T>): Promise<T> => {
  const mine = underWay.then(act, act);
  underWay = mine;
  return mine;
};

/** Sends the form as it stands, by Payload's own way, so that the form learns what was stored. */
const useSend = () => {
  const { id, collectionSlug: collection = '' } = useDocumentInfo();
  const { submit } = useForm();
  const { code: locale } = useLocale();
  return async (overrides: Fields): Promise<boolean> => {
    const asDraft = drafted.has(collection);
    const query = `?locale=${locale}&depth=0&fallback-locale=none${asDraft ? '&draft=true' : ''}`;
    const answer = await submit({
      action: `/api/${collection}${id ? `/${id}` : ''}${query}`,
      method: id ? 'PATCH' : 'POST',
      overrides: { ...(asDraft ? { _status: 'draft' } : {}), ...overrides },
      skipValidation: asDraft,
    });
    return Boolean(answer?.res.ok);
  };
};

/** Looks whether somebody else saved meanwhile. */
const useMeeting = () => {
  const { id, collectionSlug: collection = '', data } = useDocumentInfo();
  const { getData } = useForm();
  const { code } = useLocale();
  const { language } = useWords();
  return async (): Promise<Meeting> => {
    if (!id) return { overrides: {}, merged: false };
    const locale = isStudioLocale(code) ? code : 'vi';
    return meet({ collection, id: String(id), locale, language, base: data ?? {}, mine: getData() });
  };
};

/**
 * Saving so that nobody overwrites anybody: the save names the revision it began from. When somebody saved in between,
 * fields that only they touched are taken over without a question (another language, another field); where both touched
 * the same field a dialog shows both and lets the person choose. What is typed is never thrown away.
 * @returns `save`, which resolves to the revision now stored, or null when nothing was saved; and the dialog to draw.
 */
export const useSave = (): { save: () => Promise<number | null>; modified: boolean; dialog: ReactNode } => {
  const { id, collectionSlug: collection = '' } = useDocumentInfo();
  const modified = useFormModified();
  const { say, language } = useWords();
  const [clash, setClash] = useState<Clash | null>(null);
  const send = useSend();
  const look = useMeeting();
  const after = async (): Promise<number | null> =>
    id && drafted.has(collection) ? ((await loadLanguages(collection, String(id), language))?.revision ?? null) : 0;
  const attempt = async (): Promise<number | null> => {
    await settled();
    const met = await look();
    if ('clash' in met) {
      setClash(met.clash);
      return null;
    }
    if (met.merged) toast.info(say('conflict.merged'));
    if (await send(met.overrides)) return after();
    // Somebody may have saved between the look and the save: look once more, so that the person sees whose save it was.
    const again = await look();
    if ('clash' in again) setClash(again.clash);
    return null;
  };
  const save = () => inTurn(attempt);
  const resolve = async ({ taken, revision }: Clash, chosen: Fields) => {
    setClash(null);
    if (await send({ ...taken, ...chosen, revision })) await after();
  };
  const dialog = clash ? (
    <ConflictDialog
      clash={clash}
      collection={collection}
      onCancel={() => setClash(null)}
      onResolve={(chosen) => void resolve(clash, chosen)}
    />
  ) : null;
  return { save, modified, dialog };
};
