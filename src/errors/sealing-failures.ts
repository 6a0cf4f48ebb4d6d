const kind = (status: number) => ({ status, audience: 'operator' }) as const;

/** What goes wrong with what is sealed and with its keys: a part of the closed list of failures. */
export const sealingFailures = {
  'sealing-demanded': kind(500),
  'masters-sealed': kind(500),
  'texts-sealed': kind(500),
  'seal-key-missing': kind(409),
  'seal-key-destroyed': kind(410),
  'seal-key-damaged': kind(500),
  'seal-key-open': kind(500),
  'seal-key-current': kind(409),
  'seal-unlock-missing': kind(500),
  'seal-unlock-short': kind(500),
  'seal-unlock-wrong': kind(403),
  'seal-record-invalid': kind(500),
  'sealed-malformed': kind(422),
  'sealed-foreign': kind(422),
  'sealed-damaged': kind(422),
  'sealed-folder-missing': kind(404),
  'sealed-source-missing': kind(404),
} as const;
