import type { PublicLocale } from '#languages/locales.ts';
import type { AlbumRecord, PublicRecord } from '#record/records.ts';
import type { Store } from './store.ts';

/*
 * What is in an album, in `member`, and which album stands above which, in `branch`: both as the feed says it. Whether a picture
 * can be seen is asked where it is shown or counted, so that one that vanishes leaves every album in that moment.
 */

const none: readonly string[] = [];

const parentsOf = (record: AlbumRecord): Set<string> => {
  const parents = Object.values(record.editions).flatMap((editions) => editions.map(({ parent }) => parent));
  return new Set(parents.filter((id) => id !== null && id !== record.id).map(String));
};

const isListed = (store: Store, album: string, members: readonly string[]): boolean => {
  const rows = store.sql('SELECT image FROM member WHERE album = ? ORDER BY pos').all(album);
  return rows.length === members.length && rows.every(({ image }, index) => image === members[index]);
};

/**
 * Writes what the feed says of an album. @param record null: it is gone
 * @returns albums above it, before and after: they show it
 */
export const writeAlbum = (store: Store, id: string, record: PublicRecord | null): Set<string> => {
  const album = record?.type === 'album' ? record : null;
  const members = album?.members ?? none;
  if (!isListed(store, id, members)) {
    store.sql('DELETE FROM member WHERE album = ?').run(id);
    const insert = store.sql('INSERT OR IGNORE INTO member VALUES (?, ?, ?)');
    for (const [position, image] of members.entries()) insert.run(id, position, image);
  }
  const above = new Set(
    store
      .sql('SELECT parent FROM branch WHERE child = ?')
      .all(id)
      .map(({ parent }) => String(parent)),
  );
  store.sql('DELETE FROM branch WHERE child = ?').run(id);
  for (const parent of album ? parentsOf(album) : none) {
    store.sql('INSERT INTO branch VALUES (?, ?)').run(parent, id);
    above.add(parent);
  }
  return above;
};

/** Languages in which a picture is there at the moment: where that changes, its albums change. */
export const seenIn = (store: Store, image: string): string =>
  store
    .sql('SELECT locale FROM card WHERE id = ? ORDER BY locale')
    .all(image)
    .map(({ locale }) => String(locale))
    .join(' ');

/** Ids of the albums that name a picture. */
export const albumsOf = (store: Store, image: string): string[] =>
  store
    .sql('SELECT album FROM member WHERE image = ?')
    .all(image)
    .map(({ album }) => String(album));

/** What can be seen in an album by those who ask for a language. */
export interface AlbumContents {
  /** How many pictures. */
  readonly count: number;
  /** Ids of the first few, in order. */
  readonly first: readonly string[];
}

/** @param few how many ids are wanted */
export const contentsOf = (store: Store, album: string, locale: PublicLocale, few: number): AlbumContents => {
  const from = 'FROM member CROSS JOIN card ON card.locale = ? AND card.id = member.image WHERE member.album = ?';
  const count = store.sql(`SELECT count(*) AS n ${from}`).get(locale, album)?.n;
  const rows = store.sql(`SELECT member.image ${from} ORDER BY member.pos LIMIT ?`).all(locale, album, few);
  return { count: Number(count ?? 0), first: rows.map(({ image }) => String(image)) };
};

/** Whether a picture is in an album and can be seen by those who ask for a language. */
export const isSeenIn = (store: Store, album: string, image: string, locale: PublicLocale): boolean =>
  store
    .sql(
      `SELECT 1 FROM member CROSS JOIN card ON card.locale = ? AND card.id = member.image
       WHERE member.album = ? AND member.image = ?`,
    )
    .get(locale, album, image) !== undefined;

/** Ids of the albums directly below one, whether they can be seen or not. */
export const childrenOf = (store: Store, album: string): string[] =>
  store
    .sql('SELECT child FROM branch WHERE parent = ? ORDER BY child')
    .all(album)
    .map(({ child }) => String(child));

/** Ids of the albums above which none can be seen, in whatever language. */
export const rootAlbums = (store: Store): string[] =>
  store
    .sql(
      `SELECT DISTINCT id FROM card AS one WHERE type = 'album' AND NOT EXISTS (
         SELECT 1 FROM branch JOIN card AS above ON above.id = branch.parent WHERE branch.child = one.id
       ) ORDER BY id`,
    )
    .all()
    .map(({ id }) => String(id));
