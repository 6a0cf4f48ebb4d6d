import type { PayloadRequest } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import type { FactorKind } from '#collections/factors.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { endSessions, noteProof } from '../sessions/session-rows.ts';
import { type Current, currentSession } from '../sessions/session-strategy.ts';
import { factorsOf } from './factor-rows.ts';
import { giveCodes } from './recovery.ts';

/** Most that one person has. */
const most = 10;

export interface Present {
  readonly viewer: Viewer;
  readonly session: Current;
}

/** Whoever is signed in with a password of their own: who has yet to set up a second factor comes here for that. */
export const present = (req: PayloadRequest): Present => {
  const viewer = viewerOf(req.user);
  const session = currentSession(req);
  if (!viewer || viewer.disabled || !session) throw new Failure('sign-in-required');
  if (viewer.mustChangePassword) throw new Failure('password-must-change');
  return { viewer, session };
};

/** Says what somebody does about their own proofs, before it is done: nothing here stands in a transaction. */
export const note = (
  req: PayloadRequest,
  person: string,
  action: 'add-factor' | 'remove-factor' | 'recovery-codes' | 'step-up',
) => writeAudit(req, { action, collection: 'users', documentId: person });

/** What is said once is kept nowhere on its way. */
export const told = { headers: { 'Cache-Control': 'no-store' } };

/** @throws Failure `field-invalid` for somebody who has as many as anybody may have */
export const checkRoom = async (req: PayloadRequest, person: string): Promise<void> => {
  if ((await factorsOf(req.payload, person)).length >= most) throw new Failure('field-invalid', { field: 'factors' });
};

/** Every session but this one began without what is asked for from now on. */
export const welcome = async (
  req: PayloadRequest,
  { viewer: { id: person }, session }: Present,
  kind: FactorKind,
  isFirst: boolean,
): Promise<Response> => {
  await noteProof(req.payload, session.id, kind);
  await endSessions(req.payload, person, { allBut: session.id });
  return Response.json({ codes: isFirst ? await giveCodes(req.payload, person) : [] }, told);
};
