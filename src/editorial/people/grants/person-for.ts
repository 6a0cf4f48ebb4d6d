import type { PayloadRequest } from 'payload';
import { decide } from '#access/decide.ts';
import type { Action } from '#access/rules.ts';
import type { Standing } from '#access/standing.ts';
import type { Viewer } from '#access/viewer.ts';
import { standingOf } from '#collections/standing-of.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';

/** What somebody can have to do with what another person may know. */
export type GrantPart = Extract<Action, 'ask-grant' | 'agree-grant' | 'end-grants'>;

/** Whether somebody may take a part in what others, or one other person, may know. */
export const mayGrant = (viewer: Viewer | null, part: GrantPart, person?: string): boolean =>
  !('refuse' in decide(viewer, part, { kind: 'user-clearance', ...(person !== undefined && { owner: person }) }));

const userOf = async (req: PayloadRequest, id: string): Promise<PayloadRequest['user']> => {
  const found: unknown = await req.payload.db.findOne({ collection: 'users', where: { id: { equals: id } }, req });
  return found as PayloadRequest['user'];
};

/**
 * What a person holds, for somebody who wants to take a part in changing it.
 * @throws Failure `forbidden`, also for one's own record; `not-found`
 */
export const personFor = async (
  req: PayloadRequest,
  viewer: Viewer,
  parts: readonly GrantPart[],
  id: string,
): Promise<Standing> => {
  if (!parts.some((part) => mayGrant(viewer, part, id))) throw new Failure('forbidden');
  const user = await userOf(req, id);
  if (!user) throw new Failure('not-found');
  return standingOf(user);
};

/** Whether whoever proposed may still do so at this moment: is there, not shut out, and an officer. */
export const mayProposer = async (req: PayloadRequest, proposer: string, person: string): Promise<boolean> =>
  mayGrant(viewerOf(await userOf(req, proposer)), 'ask-grant', person);
