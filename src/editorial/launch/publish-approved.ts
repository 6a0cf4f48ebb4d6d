import { createLocalReq, type Payload, type TypedUser } from 'payload';
import type { StudioLocale } from '#languages/locales.ts';
import { contentIn, sayApproval } from '../workflow/approved-text.ts';
import { changedAmong } from '../workflow/content-changes.ts';
import { draftIn } from '../workflow/draft-in.ts';
import { textFacts } from '../workflow/text-facts.ts';
import { inTransaction } from '../workflow/transaction.ts';
import type { Approval } from './approvals.ts';
import type { Going } from './launch.ts';
import type { TextName } from './launch-store.ts';

type Aside = NonNullable<Going['aside'][StudioLocale]>;

interface Publication {
  readonly name: TextName;
  readonly locale: StudioLocale;
  readonly owner: TypedUser;
  readonly approval: Approval;
}

/**
 * What a draft has become since its text was approved. It is kept before that text is published, and put back into the draft
 * afterwards, so that whatever ends in between nobody’s words are lost.
 * @returns null where the draft is what was approved
 */
export const asideOf = async (payload: Payload, { name, locale, approval }: Omit<Publication, 'owner'>) => {
  const draft = await draftIn(await createLocalReq({ locale }, payload), name, locale);
  const { fields } = approval.approved;
  const changed = changedAmong(Object.keys(fields), fields, draft);
  if (changed.length === 0) return null;
  const content = contentIn(name.collection, draft);
  return {
    revision: textFacts(draft).revision + 1,
    fields: Object.fromEntries(changed.map((field) => [field, content[field]])),
  };
};

const common = { depth: 0, fallbackLocale: false } as const;

/** Puts back what was set aside, where nobody has saved the text since it was published. */
export const putBack = async (payload: Payload, name: TextName, locale: StudioLocale, aside: Aside): Promise<void> => {
  const req = await createLocalReq({ locale }, payload);
  await inTransaction(req, async () => {
    const draft = await draftIn(req, name, locale);
    if (textFacts(draft).revision !== aside.revision) return;
    const data = aside.fields as never;
    const { collection, id } = name;
    await payload.update({ ...common, collection, id, locale, data, draft: true, overrideAccess: true, req });
  });
};

/**
 * Publishes an approved text in the name of a person, by the rules and checks of every publication.
 * @throws Failure of every kind that `publish-…` names
 */
export const publishApproved = async (payload: Payload, publication: Publication): Promise<void> => {
  const { name, locale, owner, approval } = publication;
  const req = await createLocalReq({ locale, user: owner }, payload);
  const data = { ...approval.approved.fields, _status: 'published', appearsAt: null, vanishesAt: null } as never;
  sayApproval(req, approval.approved);
  const { collection, id } = name;
  // What may be done is decided within, by the rules of a publication; the words are those of others
  await payload.update({ ...common, collection, id, locale, data, overrideAccess: true, user: owner, req });
};

/** Takes a language back, in nobody’s name: a launch that cannot be whole is not left half because somebody’s rights have changed. */
export const takeBack = async (payload: Payload, { collection, id }: TextName, locale: StudioLocale): Promise<void> => {
  const req = await createLocalReq({ locale }, payload);
  const data = { _status: 'draft' } as never;
  await payload.update({ ...common, collection, id, locale, data, overrideAccess: true, req });
};
