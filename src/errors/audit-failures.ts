const studio = (status: number) => ({ status, audience: 'studio' }) as const;
const operator = { status: 500, audience: 'operator' } as const;

/** What is refused at the audit log, and what can be wrong with it: a part of the closed list of failures. */
export const auditFailures = {
  'removal-asked-already': studio(409),
  'removal-not-asked': studio(409),
  'removal-own-request': studio(403),
  'removal-asker-gone': studio(409),
  'removal-nothing': studio(422),
  'removal-clearance': studio(403),
  'audit-export-busy': studio(429),
  'audit-log-away': studio(503),
  'audit-entry-malformed': operator,
  'audit-export-unsound': operator,
  'audit-log-damaged': operator,
  'audit-log-missing': operator,
  'audit-log-rewritten': operator,
  'audit-removal-early': operator,
  'audit-removal-unsound': operator,
  'audit-removal-untold': operator,
  'audit-witness-contradicted': operator,
  'audit-witness-missing': operator,
  'retention-malformed': operator,
} as const;
