import type { StudioLocale } from '#languages/locales.ts';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { type ImageDraft, stepsOf } from './image-draft.ts';

type Refusal = Extract<Answer, { ok: false }>;

export type Sent = { id: string; refusal: null } | { id: string | null; refusal: Refusal };

const idIn = (body: unknown): string | null => {
  if (!body || typeof body !== 'object') return null;
  const doc = 'doc' in body ? body.doc : body;
  return doc && typeof doc === 'object' && 'id' in doc ? String(doc.id) : null;
};

const revisionIn = (body: unknown): number => {
  const doc = body && typeof body === 'object' && 'doc' in body ? body.doc : null;
  return doc && typeof doc === 'object' && 'revision' in doc ? Number(doc.revision) : 0;
};

/**
 * Brings a picture into the archive with its words, language by language.
 * @returns the id of the new picture; with a refusal beside it when the file is in and words of a language are not
 */
export const sendImage = async (file: File, draft: ImageDraft, language: StudioLocale): Promise<Sent> => {
  const steps = stepsOf(draft, language);
  const form = new FormData();
  form.set('file', file);
  form.set('_payload', JSON.stringify(steps.upload));
  const answer = await studioFetch(`/api/images/upload?locale=${steps.locale}`, language, { method: 'POST', form });
  if (!answer.ok) return { id: null, refusal: answer };
  const id = idIn(answer.body);
  if (id === null) return { id, refusal: { ...answer, ok: false, code: null, detail: '', reasons: [] } };
  let revision = revisionIn(answer.body);
  for (const { locale, change } of steps.others) {
    const changed = await studioFetch(`/api/images/${id}?locale=${locale}`, language, {
      method: 'PATCH',
      json: { ...change, revision },
    });
    if (!changed.ok) return { id, refusal: changed };
    revision = revisionIn(changed.body);
  }
  return { id, refusal: null };
};
