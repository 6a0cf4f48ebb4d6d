const kind = (status: number) => ({ status, audience: 'operator' }) as const;

/** What goes wrong with keys in a token: a part of the closed list of failures. */
export const tokenFailures = {
  'seal-key-elsewhere': kind(409),
  'pkcs11-binding-missing': kind(500),
  'pkcs11-module-missing': kind(500),
  'pkcs11-token-missing': kind(500),
  'pkcs11-pin-missing': kind(500),
  'pkcs11-pin-wrong': kind(403),
  'pkcs11-refused': kind(500),
  'pkcs11-silent': kind(500),
  'pkcs11-key-stays': kind(500),
} as const;
