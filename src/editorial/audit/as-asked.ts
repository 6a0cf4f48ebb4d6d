import type { PayloadRequest } from 'payload';

/** Whom somebody wants to be who signs in. */
export interface Asked {
  /** Their account; null where there is none. */
  readonly account: string | null;
  /** What tells this address from others and cannot be read; null where the account is known already. */
  readonly about: string | null;
}

const asked = new WeakMap<PayloadRequest, Asked>();

/** To be called by whatever lets people in, before it lets them in or does not. */
export const noteAsked = (req: PayloadRequest, whom: Asked): void => {
  asked.set(req, whom);
};

export const asAsked = (req: PayloadRequest): Asked => asked.get(req) ?? { account: null, about: null };
