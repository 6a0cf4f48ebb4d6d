import { z } from 'zod';
import { type PublicLocale, publicLocales, writtenAs } from '#languages/locales.ts';
import { viewerWords } from '#locales/viewer-words.ts';
import {
  instant,
  publicId,
  publicLocale,
  type RecordType,
  slug,
  translationState,
  writtenLocale,
} from '#record/common.ts';
import type { PublicRecord } from '#record/records.ts';
import { type Served, serve } from '../projection/in-force.ts';
import { documentHref } from './hrefs.ts';
import type { Lens } from './lens.ts';

export const language = z
  .strictObject({
    requested: publicLocale,
    served: publicLocale.meta({ description: 'Language of every text of this document' }),
    source: writtenLocale.meta({ description: 'Language in which it was written' }),
    sourceUpdatedAt: instant.meta({ description: 'Last publication of the source language' }),
    state: translationState.meta({
      description: 'How the text came to be; of a converted one, how what it is made from did',
    }),
    converted: z.strictObject({ from: writtenLocale }).optional().meta({
      description:
        'There where a program has converted the text from another script of the same language: Traditional Chinese from Simplified. Absent where people have written it',
    }),
    awaited: z
      .strictObject({
        notice: z.string().meta({
          description: 'A sentence in the language asked for: it is not there yet, and this is another one',
          example: 'This text is not available in English yet. It is shown in another language: Vietnamese.',
        }),
      })
      .optional()
      .meta({
        description:
          'There where the city is still preparing the language asked for and this is served until then: please show the notice',
      }),
  })
  .meta({ id: 'Language', description: 'Which language was asked for, which one this is, and where it comes from' });

export const alternate = z
  .strictObject({ locale: publicLocale, slug, href: z.url() })
  .meta({ id: 'Alternate', description: 'The same document in another language' });

/** What every document of every type begins with. */
export const base = z.strictObject({
  id: publicId.meta({ description: 'Random, never reused', example: 'pX3vVJm0Q1mC7nqfZk2h9A' }),
  slug: slug.meta({ description: 'Name in the address, in the language served', example: 'ben-thanh-market' }),
  title: z.string(),
  href: z.url().meta({ description: 'Address of this document in the language served' }),
  language,
  alternates: z.array(alternate).meta({ description: 'The other languages in which it can be seen' }),
  publishedAt: instant.meta({ description: 'First publication of the language served' }),
  updatedAt: instant.meta({ description: 'Last publication of the language served, or when it appeared' }),
});
export type Base = z.infer<typeof base>;

/** Every language in which a document can be seen, with its address. */
export const editionsSeen = (record: PublicRecord, lens: Lens): Base['alternates'] =>
  publicLocales.flatMap((locale) => {
    const seen = serve(record, [locale], lens.now);
    if (!seen) return [];
    const { slug } = seen.edition;
    return [{ locale, slug, href: documentHref(lens.publicUrl, locale, record.type, slug) }];
  });

/** When an edition last changed for its readers. */
export const updatedAt = (edition: { updatedAt: string; appearsAt: string | null }): string =>
  edition.appearsAt !== null && edition.appearsAt > edition.updatedAt ? edition.appearsAt : edition.updatedAt;

/** What readers are told whose language is to follow. */
const awaitedIn = ({ awaited }: PublicRecord, served: PublicLocale, requested: PublicLocale) => {
  if (served === requested || awaited?.[requested] !== 'fallback') return {};
  const name = new Intl.DisplayNames([requested], { type: 'language' }).of(writtenAs(served)) ?? served;
  return { awaited: { notice: viewerWords[requested]['awaited.notice'].replace('{{language}}', name) } };
};

export const viewBase = <T extends RecordType>(
  record: PublicRecord & { readonly type: T },
  served: Served,
  requested: PublicLocale,
  lens: Lens,
): Base & { type: T } => {
  const { edition, locale } = served;
  const { source, sourceUpdatedAt, state, converted } = edition;
  return {
    id: record.id,
    type: record.type,
    slug: edition.slug,
    title: edition.title,
    href: documentHref(lens.publicUrl, locale, record.type, edition.slug),
    language: {
      ...{ requested, served: locale, source, sourceUpdatedAt, state },
      ...(converted && { converted }),
      ...awaitedIn(record, locale, requested),
    },
    alternates: editionsSeen(record, lens).filter((seen) => seen.locale !== locale),
    publishedAt: edition.publishedAt,
    updatedAt: updatedAt(edition),
  };
};
