import type { Payload, PayloadRequest } from 'payload';
import { dropFactors } from './factor-rows.ts';
import { dropCodes } from './recovery.ts';

/** Takes away everything that somebody proves themselves by besides their password. @param req of a change that is not committed yet */
export const forgetFactors = async (payload: Payload, person: string, req?: PayloadRequest): Promise<void> => {
  await dropFactors(payload, person, 'all', req);
  await dropCodes(payload, person, req);
};
