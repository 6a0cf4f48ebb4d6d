import type { Payload, TypedUser } from 'payload';
import { z } from 'zod';
import { type StudioLocale, toPublicLocale } from '#languages/locales.ts';
import type { TextCollection } from '../workflow/content-changes.ts';
import { readDocumentLanguages } from './document-languages.ts';

/**
 * `visible`: delivery answers with this edition; `waiting`: not yet, ask again; `scheduled`: its time has not come;
 * `hidden`: not published in this language, and delivery does not show it; `unreachable`: delivery did not answer.
 */
export interface Visibility {
  state: 'visible' | 'waiting' | 'scheduled' | 'hidden' | 'unreachable';
  /** Address at which the public reads it. */
  href: string | null;
  /** When delivery was seen to show it: now, as an instant. */
  seenAt: string | null;
}

const answer = z.looseObject({ data: z.looseObject({ updatedAt: z.string() }) });

const isShown = (body: unknown, publishedAt: string | null): boolean => {
  const parsed = answer.safeParse(body);
  return parsed.success && (publishedAt === null || Date.parse(parsed.data.data.updatedAt) >= Date.parse(publishedAt));
};

const ask = async (href: string): Promise<{ status: number; body: unknown } | null> => {
  try {
    const response = await fetch(href, { signal: AbortSignal.timeout(3000), headers: { Accept: 'application/json' } });
    return { status: response.status, body: await response.json().catch(() => null) };
  } catch {
    return null;
  }
};

/**
 * Asks delivery, as anybody would, whether it shows a document in one language.
 * @param publicUrl address of delivery as the world sees it
 * @returns null when the document is missing or hidden from the person
 */
export const readVisibility = async (
  payload: Payload,
  user: TypedUser,
  publicUrl: string,
  question: { collection: TextCollection; id: string; locale: StudioLocale },
): Promise<Visibility | null> => {
  const languages = await readDocumentLanguages(payload, user, question.collection, question.id);
  const facts = languages?.languages.find((one) => one.locale === question.locale);
  if (!facts) return null;
  if (!facts.slug || !facts.wasPublic) return { state: 'hidden', href: null, seenAt: null };
  const address = `/v1/${toPublicLocale(question.locale)}/${question.collection}/${encodeURIComponent(facts.slug)}`;
  const href = new URL(`${address}?fallback=none`, publicUrl).href;
  const isPublic = facts.publishedAt !== null;
  const now = new Date();
  if (isPublic && facts.appearsAt && Date.parse(facts.appearsAt) > now.getTime()) {
    return { state: 'scheduled', href, seenAt: null };
  }
  const said = await ask(href);
  if (!said) return { state: 'unreachable', href, seenAt: null };
  const shown = said.status === 200 && isShown(said.body, facts.publishedAt);
  if (isPublic) return { state: shown ? 'visible' : 'waiting', href, seenAt: shown ? now.toISOString() : null };
  return { state: said.status === 200 ? 'waiting' : 'hidden', href: null, seenAt: null };
};
