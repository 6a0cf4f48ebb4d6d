import { randomUUID } from 'node:crypto';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { MongoClient } from 'mongodb';

/** Parts of pictures that are made up: who they belong to, what they say. Ids of what there is already. */
export interface Cast {
  /** A picture that stands in the archive; all others are like it but for what is made up. */
  readonly original: string;
  readonly topics: readonly string[];
  readonly places: readonly string[];
  readonly agencies: readonly string[];
}

interface MadeUp {
  readonly id: string;
  readonly marking: string;
  readonly level: string;
  readonly at: string;
  readonly takenOn: string | null;
  readonly credit: string;
  readonly rights: string | null;
  readonly agency: string;
  readonly topics: readonly string[];
  readonly place: string;
  readonly width: number;
  readonly height: number;
  readonly filename: string;
  readonly words: Readonly<Record<string, { title: string; caption: string | null; alt: string }>>;
}

const vocabulary: Readonly<Record<string, readonly string[]>> = {
  vi: 'chợ Bến Thành đường Nguyễn Huệ sông Sài Gòn lễ hội áo dài hoa xuân nhà thờ bưu điện thuyền cầu phố đêm người dân trẻ em công viên trường học ánh sáng mưa chiều khánh thành tượng đài'.split(
    ' ',
  ),
  en: 'market bridge river festival flowers church post office boat street night people children park school light rain evening opening statue harbour tower garden crowd parade museum opera ferry canal'.split(
    ' ',
  ),
  zh: '滨城 市场 西贡 河 节日 奥黛 花市 教堂 邮局 桥 街 夜 人们 儿童 公园 学校 灯光 雨 傍晚 开幕 雕像 港口'.split(' '),
};

/** Numbers that are the same in every run. */
const numbers = () => {
  let state = 12_345;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

/** Makes up pictures, always the same but for their ids. */
export function* makeUp(cast: Cast, count: number): Generator<MadeUp> {
  const next = numbers();
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const text = (locale: string, words: number): string =>
    Array.from({ length: words }, () => pick(vocabulary[locale] ?? [])).join(locale === 'zh' ? '' : ' ');
  for (let n = 0; n < count; n += 1) {
    const wide = next(3) > 0;
    yield {
      id: randomUUID(),
      marking: randomUUID(),
      level: next(20) === 0 ? 'restricted' : 'internal',
      at: new Date(Date.UTC(2020, 0, 1) + n * 900_000).toISOString(),
      takenOn: next(10) === 0 ? null : `${1960 + next(65)}-0${1 + next(9)}-1${next(9)}`,
      credit: `Trung tâm triển lãm ${next(40)}`,
      rights: next(3) === 0 ? null : 'http://rightsstatements.org/vocab/InC/1.0/',
      agency: pick(cast.agencies),
      topics: [...new Set([pick(cast.topics), pick(cast.topics)])],
      place: pick(cast.places),
      width: wide ? 6000 : 4000,
      height: wide ? 4000 : 6000,
      filename: `DSC_${n}.JPG`,
      words: Object.fromEntries(
        Object.keys(vocabulary).map((locale) => [
          locale,
          { title: text(locale, 5), caption: next(4) === 0 ? null : text(locale, 18), alt: text(locale, 8) },
        ]),
      ),
    };
  }
}

type Row = Record<string, unknown>;

/** Writes rows like one that is there. */
const rowsLike = (database: DatabaseSync, table: string, where: string): ((changed: Row) => void) => {
  const like = database.prepare(`SELECT * FROM ${table} WHERE ${where} LIMIT 1`).get() as Row | undefined;
  if (!like) throw new Error(`${table} has no row where ${where}`);
  if (typeof like.id === 'number') delete like.id;
  const names = Object.keys(like);
  const insert: StatementSync = database.prepare(
    `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  return (changed) => void insert.run(...names.map((name) => ({ ...like, ...changed })[name] as string));
};

const writersFor = (database: DatabaseSync, { original }: Cast) => ({
  image: rowsLike(database, 'images', `id = '${original}'`),
  local: rowsLike(database, 'images_locales', `_parent_id = '${original}'`),
  relation: rowsLike(database, 'images_rels', `parent_id = '${original}'`),
  marking: rowsLike(database, 'markings', `subject_id = '${original}'`),
});

const writePicture = (write: ReturnType<typeof writersFor>, one: MadeUp): void => {
  const { id, at, level } = one;
  const dates = { created_at: at, updated_at: at };
  write.marking({ id: one.marking, subject_id: id, level, seal: `${level}|`, ...dates });
  const master = { master_width: one.width, master_height: one.height, master_filename: one.filename };
  const said = { taken_on: one.takenOn, credit: one.credit, rights: one.rights, agency_id: one.agency };
  write.image({ id, marking_id: one.marking, seal: `${level}|`, ...master, ...said, ...dates });
  for (const [locale, words] of Object.entries(one.words))
    write.local({ _parent_id: id, _locale: locale, ...words, slug: `${locale}-${id}` });
  const relations = [...one.topics.map((topic) => ({ path: 'topics', topics_id: topic, places_id: null }))];
  for (const relation of [...relations, { path: 'places', topics_id: null, places_id: one.place }])
    write.relation({ parent_id: id, order: 1, ...relation });
};

/** Puts made-up pictures into an embedded database, below the studio: through its door it would take a day. */
export const fillSqlite = (file: string, cast: Cast, count: number, progress: (done: number, all: number) => void) => {
  const database = new DatabaseSync(file, { timeout: 15_000 });
  database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; BEGIN IMMEDIATE');
  const write = writersFor(database, cast);
  let done = 0;
  for (const one of makeUp(cast, count)) {
    writePicture(write, one);
    done += 1;
    if (done % 1000 === 0) progress(done, count);
  }
  database.exec('COMMIT; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
};

const documentOf = (like: Row, one: MadeUp): Row => {
  const inEach = (name: 'title' | 'caption' | 'alt') =>
    Object.fromEntries(Object.entries(one.words).map(([locale, words]) => [locale, words[name]]));
  const { width, height, filename } = one;
  return {
    ...like,
    ...{ _id: one.id, title: inEach('title'), caption: inEach('caption'), alt: inEach('alt') },
    slug: Object.fromEntries(Object.keys(one.words).map((locale) => [locale, `${locale}-${one.id}`])),
    ...{ takenOn: one.takenOn, credit: one.credit, rights: one.rights, agency: one.agency, topics: one.topics },
    ...{ places: [one.place], master: { ...(like.master as object), width, height, filename } },
    ...{ marking: one.marking, seal: `${one.level}|` },
    ...{ createdAt: new Date(one.at), updatedAt: new Date(one.at) },
  };
};

const markingOf = (like: Row, { id, marking, level, at }: MadeUp): Row => ({
  ...like,
  ...{ _id: marking, subjectId: id, level, seal: `${level}|`, createdAt: new Date(at), updatedAt: new Date(at) },
});

/** The same for a MongoDB. */
export const fillMongo = async (
  url: string,
  cast: Cast,
  count: number,
  progress: (done: number, all: number) => void,
) => {
  const client = await MongoClient.connect(url);
  const [images, markings] = ['images', 'markings'].map((name) => client.db().collection(name)) as [never, never];
  type Documents = { findOne(where: object): Promise<Row | null>; insertMany(rows: Row[]): Promise<unknown> };
  const [pictures, seals]: [Documents, Documents] = [images, markings];
  const likeImage = (await pictures.findOne({ _id: cast.original })) ?? {};
  const likeMarking = (await seals.findOne({ subjectId: cast.original })) ?? {};
  let batch: MadeUp[] = [];
  let done = 0;
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    await seals.insertMany(batch.map((one) => markingOf(likeMarking, one)));
    await pictures.insertMany(batch.map((one) => documentOf(likeImage, one)));
    done += batch.length;
    batch = [];
    progress(done, count);
  };
  for (const one of makeUp(cast, count)) {
    if (batch.push(one) === 1000) await flush();
  }
  await flush();
  await client.close();
};
