import type { Payload } from 'payload';
import { stateSecrets } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';

/**
 * Looks whether a database holds what its machine may not: rows can come from a backup of another installation, or from
 * one whose profile was changed.
 * @throws Failure `secrets-stored` for a state secret on a machine that is joined to the Internet
 */
export const refuseStoredSecrets = async (payload: Payload, profile: 'connected' | 'isolated'): Promise<void> => {
  if (profile !== 'connected') return;
  const where = { level: { in: [...stateSecrets] } };
  const found: unknown = await payload.db.findOne({ collection: 'markings', where });
  if (found) throw new Failure('secrets-stored');
};
