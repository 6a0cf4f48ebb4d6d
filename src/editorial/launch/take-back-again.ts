import type { Acting } from './acting.ts';
import { approvalsOf } from './approvals.ts';
import { takeBack } from './publish-approved.ts';
import { type Underway, withFate, write } from './underway.ts';

/** The text that was out for a moment may go out again without being read anew. */
const standAgain = async (
  { payload }: Acting,
  { collection, documentId }: Underway,
  locale: Underway['locales'][number],
): Promise<void> => {
  const approval = (await approvalsOf({ payload }, { collection, id: documentId })).get(locale);
  if (!approval) return;
  const data = { at: new Date().toISOString() };
  await payload.db.updateOne({ collection: 'reviews', id: approval.id, data, returning: false });
};

/**
 * All have to go together, and one was refused at the last moment: what has gone out is taken back, unless the public read that
 * language before, too. All wait.
 */
export const takeBackAgain = async (acting: Acting, launch: Underway): Promise<void> => {
  const { collection, documentId: id } = launch;
  let now = launch.going.back ? launch : await write(acting, launch, { going: { ...launch.going, back: true } });
  for (const locale of now.going.fresh) {
    if (now.outcome.fates[locale]?.fate !== 'out') continue;
    await takeBack(acting.payload, { collection, id }, locale);
    await acting.step?.('taken-back');
    await standAgain(acting, now, locale);
    now = await write(acting, now, withFate(now, locale, { fate: 'taken-back', reasons: [] }));
  }
  await write(acting, now, { state: 'held', going: null, outcome: { ...now.outcome, wentAt: null } });
};
