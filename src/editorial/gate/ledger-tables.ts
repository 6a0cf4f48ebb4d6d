/**
 * The gate's own memory. `live` mirrors what the feed says and can be made again from it; `names` cannot: it alone knows
 * which document of the studio a public id stands for. Nothing is ever deleted from `names`, so no id is used twice.
 */
export const ledgerTables = `
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE IF NOT EXISTS names (
    collection TEXT NOT NULL, id TEXT NOT NULL, public_id TEXT NOT NULL UNIQUE,
    PRIMARY KEY (collection, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE IF NOT EXISTS live (
    public_id TEXT PRIMARY KEY, type TEXT NOT NULL, record TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS live_type ON live (type);

  -- Addresses of live records of which "names" knows no document
  CREATE TABLE IF NOT EXISTS orphans (
    type TEXT NOT NULL, locale TEXT NOT NULL, slug TEXT NOT NULL, public_id TEXT NOT NULL,
    PRIMARY KEY (type, locale, slug, public_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS orphans_of ON orphans (public_id);

  -- Blobs of live pictures, and those that no picture uses any more, to be removed from the feed once they are due (ms)
  CREATE TABLE IF NOT EXISTS blobs (
    sha TEXT NOT NULL, public_id TEXT NOT NULL, PRIMARY KEY (sha, public_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS blobs_of ON blobs (public_id);
  CREATE TABLE IF NOT EXISTS doomed (sha TEXT PRIMARY KEY, due INTEGER NOT NULL) STRICT, WITHOUT ROWID;

  -- How each document stood when it was last looked at, and what it referred to
  CREATE TABLE IF NOT EXISTS stances (
    collection TEXT NOT NULL, id TEXT NOT NULL, stance TEXT NOT NULL, PRIMARY KEY (collection, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS refs (
    collection TEXT NOT NULL, id TEXT NOT NULL, to_collection TEXT NOT NULL, to_id TEXT NOT NULL,
    PRIMARY KEY (collection, id, to_collection, to_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS refs_to ON refs (to_collection, to_id);

  CREATE TABLE IF NOT EXISTS renderings (
    key TEXT PRIMARY KEY, master TEXT NOT NULL, value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS renderings_of ON renderings (master);
  CREATE TABLE IF NOT EXISTS rendering_blobs (
    key TEXT NOT NULL, sha TEXT NOT NULL, PRIMARY KEY (key, sha)
  ) STRICT, WITHOUT ROWID;
  -- What was made of masters and when, with which tools: told to bags
  CREATE TABLE IF NOT EXISTS derivations (
    number INTEGER PRIMARY KEY, master TEXT NOT NULL, value TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS derivations_of ON derivations (master);
  CREATE INDEX IF NOT EXISTS rendering_by_blob ON rendering_blobs (sha);
`;
