import type { PayloadRequest, Where } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import { markingFor, mayTake } from '../workflow/lowering/marking-for.ts';
import { copyLapseDays, mostCopies } from './ask-copy.ts';
import { existing } from './copies.ts';
import { type CopyPermission, openPermissions } from './copy-permissions.ts';
import { isCounted } from './counted.ts';
import { copyUseDays } from './grant-copy.ts';
import { type RegisterLine, readRegister } from './register.ts';

type Told = 'id' | 'locale' | 'copies' | 'made' | 'purpose' | 'recipient' | 'askedName' | 'askedAt' | 'lapsesAt';

/** A request or a permission, and what the person can do about it. */
export interface ToldPermission extends Pick<CopyPermission, Told> {
  readonly state: 'asked' | 'granted';
  readonly decidedName: string | null;
  readonly may: { readonly grant: boolean; readonly make: boolean; readonly withdraw: boolean };
}

/** How copies of one document stand, for somebody who is cleared for it. */
export interface CopyPanelAnswer {
  readonly permissions: readonly ToldPermission[];
  /** Copies that are not destroyed, of those that the person may know of. */
  readonly copies: readonly RegisterLine[];
  /** Days for which a request waits, and for which what was granted can be used. */
  readonly days: { readonly waits: number; readonly holds: number };
  readonly most: number;
  readonly may: { readonly ask: boolean };
}

const toldTo = (viewer: Viewer, grants: boolean, one: CopyPermission): ToldPermission[] => {
  const isOwn = one.askedBy === viewer.id;
  if ((!isOwn && !grants) || (one.state !== 'asked' && one.state !== 'granted')) return [];
  const { id, locale, copies, made, purpose, recipient, askedName, askedAt, lapsesAt, decidedName, state } = one;
  const may = { grant: grants && !isOwn && state === 'asked', make: isOwn && state === 'granted', withdraw: true };
  return [{ id, locale, copies, made, purpose, recipient, askedName, askedAt, lapsesAt, decidedName, state, may }];
};

/**
 * What waits, what was granted and which copies there are of one document.
 * @throws Failure `forbidden`, `not-found`
 */
export const copyPanel = async (req: PayloadRequest, viewer: Viewer, id: string): Promise<CopyPanelAnswer> => {
  const marking = await markingFor(req, viewer, ['ask-copy', 'grant-copy'], id);
  const { subjectType, subjectId } = marking;
  const grants = mayTake(viewer, 'grant-copy', marking);
  const open = await openPermissions(req, { marking: { equals: id } });
  const of: Where[] = [{ subjectType: { equals: subjectType } }, { subjectId: { equals: subjectId } }];
  return {
    permissions: open.flatMap((one) => toldTo(viewer, grants, one)),
    copies: await readRegister(req, viewer, { and: [...of, existing] }),
    days: { waits: copyLapseDays, holds: copyUseDays },
    most: mostCopies,
    may: { ask: isCounted(marking) },
  };
};
