/**
 * One row for each master that lies in the store or that an image names; moments in milliseconds, 0 where there is none.
 * `seen` and `expected` are the moments of the last listing that found it in the store, and named by an image.
 */
export const recordTables = `
  CREATE TABLE IF NOT EXISTS masters (
    sha256 BLOB PRIMARY KEY,
    bytes INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'unchecked',
    checked INTEGER NOT NULL DEFAULT 0,
    sound INTEGER NOT NULL DEFAULT 0,
    since INTEGER NOT NULL DEFAULT 0,
    seen INTEGER NOT NULL DEFAULT 0,
    expected INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS masters_by_age ON masters (checked);
  CREATE INDEX IF NOT EXISTS masters_wrong ON masters (state, checked) WHERE state IN ('damaged', 'missing');
  CREATE TABLE IF NOT EXISTS whole_check (began INTEGER NOT NULL) STRICT;
`;
