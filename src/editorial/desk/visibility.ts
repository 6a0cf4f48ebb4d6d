import type { Payload, TypedUser } from 'payload';
import { z } from 'zod';
import { viewerOf } from '#collections/viewer-of.ts';
import { type PublicLocale, publicLocalesOf, type StudioLocale, toPublicLocale } from '#languages/locales.ts';
import { type KeptPlace, keptIn } from '../secrecy/kept-in.ts';
import type { TextCollection } from '../workflow/content-changes.ts';
import { readDocumentLanguages } from './document-languages.ts';
import type { LanguageFacts } from './language-state.ts';

/**
 * `visible`: delivery answers with this edition; `waiting`: not yet, ask again; `scheduled`: its time has not come;
 * `held`: published, and kept in for words of secrecy, so that the public sees what it saw before; `withheld`: published, and kept from the public by its marking; `hidden`: not published in this language, and delivery does not show it; `unreachable`: delivery did not answer.
 */
export interface Visibility {
  state: 'visible' | 'waiting' | 'scheduled' | 'held' | 'withheld' | 'hidden' | 'unreachable';
  /** Address at which the public reads it. */
  href: string | null;
  /** Addresses of what is converted from it, while it is visible. */
  converted: { locale: PublicLocale; href: string }[];
  /** When delivery was seen to show it: now, as an instant. */
  seenAt: string | null;
  /** Where the words are for which it is held. */
  kept: readonly KeptPlace[];
}

interface Question {
  collection: TextCollection;
  id: string;
  locale: StudioLocale;
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

const hrefOf = (publicUrl: string, { collection }: Question, locale: PublicLocale, slug: string): string =>
  new URL(`/v1/${locale}/${collection}/${encodeURIComponent(slug)}?fallback=none`, publicUrl).href;

/** What a program makes of a language for the public, at the same name. */
const convertedFrom = (publicUrl: string, question: Question, slug: string): Visibility['converted'] =>
  publicLocalesOf(question.locale)
    .slice(1)
    .map((locale) => ({ locale, href: hrefOf(publicUrl, question, locale, slug) }));

type Seen = Omit<Visibility, 'converted' | 'kept'>;

const look = async (facts: LanguageFacts, href: string, isOpen: boolean): Promise<Seen> => {
  const isPublic = facts.publishedAt !== null;
  const now = new Date();
  const appears = facts.appearsAt ? Date.parse(facts.appearsAt) : 0;
  if (isPublic && isOpen && appears > now.getTime()) return { state: 'scheduled', href, seenAt: null };
  const said = await ask(href);
  if (!said) return { state: 'unreachable', href, seenAt: null };
  if (!isPublic || !isOpen) {
    const gone = isPublic ? 'withheld' : 'hidden';
    return { state: said.status === 200 ? 'waiting' : gone, href: null, seenAt: null };
  }
  const shown = said.status === 200 && isShown(said.body, facts.publishedAt);
  return { state: shown ? 'visible' : 'waiting', href, seenAt: shown ? now.toISOString() : null };
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
  question: Question,
): Promise<Visibility | null> => {
  const languages = await readDocumentLanguages(payload, user, question.collection, question.id);
  const facts = languages?.languages.find((one) => one.locale === question.locale);
  if (!facts) return null;
  if (!facts.slug || !facts.wasPublic) return { state: 'hidden', href: null, converted: [], seenAt: null, kept: [] };
  const isOpen = languages?.level === 'public';
  const seen = await look(facts, hrefOf(publicUrl, question, toPublicLocale(question.locale), facts.slug), isOpen);
  const { collection, id, locale } = question;
  const viewer = seen.state === 'waiting' && isOpen && facts.publishedAt !== null ? viewerOf(user) : null;
  const kept = viewer ? await keptIn(payload, viewer, { collection, id }, locale) : [];
  const converted = seen.state === 'visible' ? convertedFrom(publicUrl, question, facts.slug) : [];
  return { ...seen, state: kept.length > 0 ? 'held' : seen.state, converted, kept };
};
