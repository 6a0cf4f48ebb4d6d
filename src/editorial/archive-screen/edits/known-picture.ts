import type { Payload, PayloadRequest, TypedUser } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { byLocale } from '../../desk/section.ts';
import { type EditedFields, fieldsOf } from './change.ts';
import type { Edit } from './edit-store.ts';

/** What became of a picture. */
export type Outcome = 'changed' | 'same' | 'left';

/** An edit that is carried out. */
export interface Work {
  readonly payload: Payload;
  readonly edit: Edit;
  /** The owner as the database knows them now. */
  readonly user: TypedUser;
}

const stored = z.looseObject({
  id: z.string(),
  revision: z.number().nullish(),
  title: byLocale,
  marking: z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]).nullish(),
});

/** A picture as an edit finds it. */
export interface Known {
  readonly id: string;
  readonly revision: number;
  readonly marking: string | null;
  readonly locale: StudioLocale | null;
  readonly fields: EditedFields;
}

/** The picture for whoever edits it; one that they may not know of is answered like one that is gone. */
export const readPicture = async (req: PayloadRequest, id: string): Promise<Known> => {
  const doc: unknown = await req.payload.findByID({
    ...{ collection: 'images', id, depth: 0, locale: 'all', overrideAccess: false, disableErrors: true },
    user: req.user,
    req,
  });
  const read = stored.safeParse(doc);
  if (!read.success) throw new Failure('not-found');
  const { title, revision, marking } = read.data;
  const locale = studioLocales.find((one) => title?.[one]?.trim()) ?? null;
  return { id, revision: revision ?? 0, marking: marking ?? null, locale, fields: fieldsOf(doc) };
};
