const kind = (status: number) => ({ status, audience: 'studio' }) as const;

/** What is refused of numbered copies: a part of the closed list of failures. */
export const copyFailures = {
  'copy-needs-permission': kind(403),
  'copy-not-needed': kind(422),
  'copy-asked-already': kind(409),
  'copy-not-asked': kind(409),
  'copy-own-request': kind(403),
  'copy-not-granted': kind(403),
  'copy-changed': kind(409),
  'copy-language-empty': kind(422),
  'copy-moved-on': kind(409),
  'copy-own-report': kind(403),
} as const;
