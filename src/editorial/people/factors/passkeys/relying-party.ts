/** For whom passkeys of this installation are good: its host, and pages of its own address alone. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
  readonly name: string;
}

/** @param studioUrl address of the studio as its people see it; on another one their passkeys are good for nothing */
export const relyingPartyOf = (studioUrl: string): RelyingParty => {
  const { hostname, origin } = new URL(studioUrl);
  return { id: hostname, origin, name: 'Bến Thành' };
};
