import type { PayloadRequest, TypedUser } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { type StudioLocale, toPublicLocale } from '#languages/locales.ts';
import { escapeHtml } from '#record/escape-html.ts';
import { byLocale } from '../desk/section.ts';
import { previewText } from '../preview/preview-page.ts';
import { previewSource } from '../preview/preview-source.ts';
import { previewOf } from '../release/preview.ts';
import { speak } from '../words/speak.ts';
import { isTextCollection } from '../workflow/content-changes.ts';
import type { StoredMarking } from '../workflow/marking-store.ts';

/** What is copied: HTML whose pictures are addresses of the studio, and the master of a picture. */
export interface CopiedContent {
  readonly title: string;
  readonly html: string;
  readonly master: { readonly sha256: string; readonly type: string } | null;
}

const word = z.string().nullish();
const described = z.looseObject({
  title: byLocale,
  ...{ alt: byLocale, caption: byLocale, description: byLocale },
  ...{ credit: word, creator: word, takenOn: word },
  master: z.looseObject({ sha256: z.string().nullish(), type: z.string().nullish() }).nullish(),
});

const readAs = async (req: PayloadRequest, { subjectType, subjectId }: StoredMarking): Promise<unknown> => {
  const found: unknown = await req.payload.findByID({
    ...{ collection: subjectType, id: subjectId, draft: true, depth: 0, locale: 'all', fallbackLocale: false },
    ...{ disableErrors: true, overrideAccess: false, user: req.user },
  });
  if (!found) throw new Failure('not-found');
  return found;
};

/** Of a picture or an album: its words, one below the other, each with what it is. */
const descriptionOf = (document: unknown, id: string, locale: StudioLocale, language: StudioLocale): CopiedContent => {
  const { title, alt, caption, description, credit, creator, takenOn, master } = described.parse(document);
  const words = { alt: alt?.[locale], caption: caption?.[locale], description: description?.[locale] };
  const rows = Object.entries({ ...words, credit, creator, takenOn }).flatMap(([name, value]) =>
    value
      ? [`<dt lang="${language}">${escapeHtml(speak(language, 'fields', name))}</dt><dd>${escapeHtml(value)}</dd>`]
      : [],
  );
  const heading = title?.[locale] ?? '';
  const picture = master?.sha256
    ? `<figure><img alt="" src="/api/images/${encodeURIComponent(id)}/file?width=1600"></figure>`
    : '';
  return {
    title: heading,
    html: `<h1>${escapeHtml(heading)}</h1>${picture}<dl>${rows.join('')}</dl>`,
    master: master?.sha256 ? { sha256: master.sha256, type: master.type ?? '' } : null,
  };
};

/**
 * One language of a document as it stands now, drafts included, read as the person who copies it.
 * @param language of whoever reads the names of fields
 * @throws Failure `not-found`, `copy-language-empty` where it says nothing in that language
 */
export const copiedContent = async (
  req: PayloadRequest,
  marking: StoredMarking,
  locale: StudioLocale,
  language: StudioLocale,
): Promise<CopiedContent> => {
  const { subjectType: collection, subjectId: id } = marking;
  const document = await readAs(req, marking);
  if (!isTextCollection(collection)) return descriptionOf(document, id, locale, language);
  const source = previewSource(req.payload, req.user as TypedUser);
  const preview = await previewOf(collection, document, locale, source);
  if (preview.title === '' && preview.html === '') throw new Failure('copy-language-empty');
  return { title: preview.title, html: previewText(preview, toPublicLocale(locale)), master: null };
};
