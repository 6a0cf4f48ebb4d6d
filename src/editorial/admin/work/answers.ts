import { z } from 'zod';

const person = z.object({ id: z.string(), name: z.string() });
export type Named = z.infer<typeof person>;

export const candidates = z.object({ translators: z.array(person), reviewers: z.array(person) });
export type Candidates = z.infer<typeof candidates>;

const turn = z.enum(['translate', 'review', 'done']);

/** Who has a language of a document. */
export const toldWork = z.looseObject({
  revision: z.number(),
  work: z
    .looseObject({
      translator: person.nullable(),
      reviewer: person.nullable(),
      givenBy: person.nullable(),
      givenAt: z.string().nullable(),
      due: z.string().nullable(),
      note: z.string(),
      turn,
      isLate: z.boolean(),
    })
    .nullable(),
  mayGive: z.boolean(),
  candidates: candidates.nullable(),
});
export type ToldWork = z.infer<typeof toldWork>;

const refused = z.object({ code: z.string(), detail: z.string() }).nullable();

/** What became, or would become, of each document of a selection. */
export const toldEach = z.looseObject({
  documents: z.array(z.looseObject({ collection: z.string(), id: z.string(), refused })),
  candidates: candidates.optional(),
});
export type ToldEach = z.infer<typeof toldEach>;

/** What is filled in when work is given out; empty texts for what is not. */
export interface GiftForm {
  readonly translator: string;
  readonly reviewer: string;
  readonly due: string;
  readonly note: string;
}

export const emptyGift: GiftForm = { translator: '', reviewer: '', due: '', note: '' };

/** As the studio's addresses take it. */
export const giftOf = ({ translator, reviewer, due, note }: GiftForm) => ({
  translator: translator || null,
  reviewer: reviewer || null,
  due: due || null,
  note: note.trim(),
});
