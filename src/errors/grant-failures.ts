const kind = (status: number) => ({ status, audience: 'studio' }) as const;

/** What is refused of what people may know: a part of the closed list of failures. */
export const grantFailures = {
  'clearance-takes-two': kind(403),
  'grant-asked-already': kind(409),
  'grant-not-asked': kind(409),
  'grant-own-proposal': kind(403),
  'grant-changed': kind(409),
  'grant-asker-gone': kind(409),
} as const;
