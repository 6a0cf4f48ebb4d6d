import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { studioLocales } from '#languages/locales.ts';
import type { ReadDocument } from '#translation/exchange/document.ts';
import { problemFor } from '../../endpoints/after-error.ts';
import type { Place } from '../acts/opened.ts';
import { translatedCollections } from '../translated-collections.ts';
import type { Asker } from './asker.ts';
import { lookAt } from './look.ts';
import type { PackedFile } from './packed-files.ts';
import { isPlace, placeOf } from './place-of.ts';
import { documentsIn, joinDocuments } from './returned.ts';
import { takeDocument } from './take.ts';

/** Most documents that one sending may hold: more are taken in by the command line, which shows nobody all of them at once. */
const mostDocuments = 300;

/** A file of which nothing can be read, and why. */
export interface UnreadFile {
  readonly file: string;
  readonly failure: Failure;
}

export interface Read {
  readonly documents: readonly ReadDocument[];
  readonly unread: readonly UnreadFile[];
}

/**
 * Reads everything that was brought, before anything is done with it. Of a file that cannot be read to its end nothing counts.
 * @throws Failure `pack-too-many`
 */
export const readAll = async (files: readonly PackedFile[]): Promise<Read> => {
  const found: ReadDocument[] = [];
  const unread: UnreadFile[] = [];
  for (const file of files) {
    const inFile: ReadDocument[] = [];
    try {
      if (file.refused) throw new Failure(file.refused);
      for await (const document of documentsIn(file)) {
        // Each stands in a pack twice
        if (found.length + inFile.push(document) > 2 * mostDocuments)
          throw new Failure('pack-too-many', { max: mostDocuments });
      }
      found.push(...inFile);
    } catch (error) {
      if (!(error instanceof Failure) || error.code === 'pack-too-many') throw error;
      unread.push({ file: file.name, failure: error });
    }
  }
  const documents = joinDocuments(found);
  if (documents.length > mostDocuments) throw new Failure('pack-too-many', { max: mostDocuments });
  return { documents, unread };
};

/** What somebody has chosen of what they have looked at. */
export const choices = z.array(
  z.strictObject({
    collection: z.enum(translatedCollections),
    id: z.string().min(1).max(100),
    locale: z.enum(studioLocales),
    seen: z.string().max(64),
    /** Segments whose text is to be that of the file. */
    take: z.array(z.string().max(200)).max(20_000),
  }),
);
export type Choices = z.infer<typeof choices>;

const isOf = (place: Place, read: ReadDocument): boolean => {
  const found = placeOf(read);
  return (
    isPlace(found) && found.collection === place.collection && found.id === place.id && found.locale === place.locale
  );
};

/** What became of one document: how many segments were taken, or why nothing was. */
export interface Outcome extends Place {
  readonly taken: number;
  readonly refusal: { readonly code: string; readonly detail: string } | null;
}

const chosenIn = ({ documents }: Read, asked: Choices) =>
  asked.map((choice) => {
    const read = documents.find((document) => isOf(choice, document));
    if (!read) throw new Failure('pack-changed');
    return { choice, read };
  });

/**
 * Takes what was chosen. Where anything that was chosen from is no longer as it was seen, nothing at all is written; a document that is
 * refused while others are taken is refused whole, and named.
 * @throws Failure `pack-changed`
 */
export const takeChosen = async (req: PayloadRequest, asker: Asker, read: Read, asked: Choices): Promise<Outcome[]> => {
  const work = chosenIn(read, asked);
  for (const { choice, read: document } of work) {
    const looked = await lookAt(req, asker, document);
    if ('plan' in looked && looked.plan.seen !== choice.seen) throw new Failure('pack-changed');
  }
  const outcomes: Outcome[] = [];
  for (const { choice, read: document } of work) {
    const { collection, id, locale, seen, take } = choice;
    const wanted = new Set(take);
    const place = { collection, id, locale };
    try {
      const taking = { read: document, seen, choose: ({ unit }: { unit: { id: string } }) => wanted.has(unit.id) };
      const { chosen } = await takeDocument(req, asker, place, taking);
      outcomes.push({ ...place, taken: chosen.length, refusal: null });
    } catch (error) {
      const { code, detail, status } = problemFor(req, error);
      if (status >= 500) req.payload.logger.error({ err: error }, 'a document that came back was not taken');
      outcomes.push({ ...place, taken: 0, refusal: { code, detail } });
    }
  }
  return outcomes;
};
