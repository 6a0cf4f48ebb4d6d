/** Raised with every change of the tables: a store of another version is thrown away and made again from the feed. */
export const tablesVersion = 7;

/**
 * `record` is what the feed said (a row without `json` is a tombstone); `card`, `tag`, `answer` and `image_file` are what
 * is served, made from it, and so is `iiif_source`, what is cut for viewers; `iiif_stale` names pictures of which cut tiles are to be deleted; `dirty` says which of them wait to be made again, and since which entry; `blob_missing` which files of pictures have not
 * come yet (a picture is not there before all of them are); `once` remembers every slug that ever led
 * somewhere, so that former ones redirect and withdrawn ones answer 410; `incoming` holds entries of a snapshot that is not
 * verified to its end; `member` and `branch` are what the feed says of albums: pictures in order, and the album above; `passing` holds
 * every moment at which something appears or vanishes, those that have passed too.
 */
export const tables = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE record (
    id TEXT PRIMARY KEY, type TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, json BLOB
  ) STRICT;
  CREATE TABLE once (
    type TEXT NOT NULL, locale TEXT NOT NULL, slug TEXT NOT NULL, id TEXT NOT NULL, since TEXT NOT NULL,
    PRIMARY KEY (type, locale, slug, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX once_id ON once (id, locale);
  CREATE TABLE ref (target TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (target, source)) STRICT, WITHOUT ROWID;
  CREATE INDEX ref_source ON ref (source);
  CREATE TABLE due (at TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (at, id)) STRICT, WITHOUT ROWID;
  CREATE INDEX due_id ON due (id);
  CREATE TABLE passing (id TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (id, at)) STRICT, WITHOUT ROWID;
  CREATE TABLE member (
    album TEXT NOT NULL, pos INTEGER NOT NULL, image TEXT NOT NULL, PRIMARY KEY (album, pos), UNIQUE (image, album)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE branch (parent TEXT NOT NULL, child TEXT NOT NULL, PRIMARY KEY (parent, child)) STRICT, WITHOUT ROWID;
  CREATE INDEX branch_child ON branch (child);
  CREATE TABLE dirty (id TEXT PRIMARY KEY, urgency INTEGER NOT NULL, since INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX dirty_urgency ON dirty (urgency, since DESC);
  CREATE TABLE blob_use (sha TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (sha, id)) STRICT, WITHOUT ROWID;
  CREATE INDEX blob_use_id ON blob_use (id);
  CREATE TABLE blob_missing (sha TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE incoming (seq INTEGER PRIMARY KEY, json BLOB NOT NULL) STRICT;

  CREATE TABLE kind (type TEXT PRIMARY KEY, sequence INTEGER NOT NULL, modified TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE card (
    key INTEGER PRIMARY KEY, type TEXT NOT NULL, locale TEXT NOT NULL, id TEXT NOT NULL, served TEXT NOT NULL,
    slug TEXT NOT NULL, published TEXT NOT NULL, updated TEXT NOT NULL, title TEXT NOT NULL, rank REAL NOT NULL,
    starts TEXT, ends TEXT, taken_from TEXT, taken_to TEXT, kind TEXT, status TEXT, agency TEXT, place TEXT,
    orientation TEXT, year TEXT, rights TEXT,
    card BLOB NOT NULL, UNIQUE (locale, id)
  ) STRICT;
  CREATE INDEX card_slug ON card (type, locale, slug);
  CREATE INDEX card_published ON card (type, locale, published, id);
  CREATE INDEX card_updated ON card (type, locale, updated, id);
  CREATE INDEX card_rank ON card (type, locale, rank);
  CREATE INDEX card_starts ON card (type, locale, starts, id);
  CREATE INDEX card_agency ON card (type, locale, agency, published, id);
  CREATE INDEX card_orientation ON card (type, locale, orientation, published, id);
  CREATE INDEX card_year ON card (type, locale, year, published, id);
  CREATE INDEX card_rights ON card (type, locale, rights, published, id);
  CREATE TABLE tag (target TEXT NOT NULL, card INTEGER NOT NULL, PRIMARY KEY (target, card)) STRICT, WITHOUT ROWID;
  CREATE INDEX tag_card ON tag (card);
  CREATE TABLE answer (
    card INTEGER PRIMARY KEY, modified TEXT NOT NULL, link TEXT NOT NULL,
    etag TEXT NOT NULL, body BLOB NOT NULL, br_etag TEXT NOT NULL, br BLOB NOT NULL
  ) STRICT;
  CREATE TABLE image_file (
    id TEXT NOT NULL, name TEXT NOT NULL, sha TEXT NOT NULL, type TEXT NOT NULL, PRIMARY KEY (id, name)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE iiif_source (
    id TEXT PRIMARY KEY, version TEXT NOT NULL, modified TEXT NOT NULL, json TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE iiif_stale (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`;
