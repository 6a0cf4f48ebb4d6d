import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLocalReq } from 'payload';
import type { Marking } from '#access/level.ts';
import { changeMarking, markingsOf } from '#editorial/workflow/marking-store.ts';
import { openMasterStore } from '#media/intake/master-store.ts';
import { type Ended, type Running, watch } from '../../support/installation.ts';
import { pictureBytes } from '../../support/pictures.ts';
import { type Line, runReady } from '../../support/ready-command-line.ts';
import type { Studio } from '../../support/studio.ts';

/** Lets commands use the studio: they need its secret in a file. */
export const openToCommands = async ({ folder, values }: Studio): Promise<void> => {
  await mkdir(join(folder, 'keys'), { recursive: true });
  await writeFile(join(folder, 'keys/studio.secret'), values.secret, { mode: 0o600 });
};

const lineOf = ({ folder, values }: Studio, args: readonly string[], more: Record<string, string> = {}): Line => {
  const { PATH, HOME } = process.env;
  const { databaseUrl, mastersDir, profile, compartments } = values;
  const places = { DATA_DIR: folder, DATABASE_URL: databaseUrl, MASTERS_DIR: mastersDir };
  const rules = { PROFILE: profile, COMPARTMENTS: compartments.join(',') };
  const env = { PATH, HOME, LANG: 'en_GB.UTF-8', ...places, ...rules, ...more };
  return { argv: [...args], env };
};

/** Begins `npx benthanh archive …` on a studio. */
export const begin = (studio: Studio, args: readonly string[], more?: Record<string, string>): Running => {
  const { argv, env } = lineOf(studio, ['archive', ...args], more);
  return watch('src/cli/benthanh.mjs', argv, env);
};

/** Runs any command of a studio to its end. */
export const runCommand = (studio: Studio, ...args: readonly string[]): Promise<Ended> =>
  runReady(lineOf(studio, args));

/** Runs `npx benthanh archive …` to its end. */
export const run = (studio: Studio, ...args: readonly string[]): Promise<Ended> =>
  runCommand(studio, 'archive', ...args);

export const answerOf = <T = Record<string, unknown>>({ stdout, stderr }: Ended): T => {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`no answer: ${stdout}\n${stderr}`);
  }
};

/** What tests of bags that come in ask of a studio, which is open when they run. */
export const unbagging = (studio: () => Studio) => {
  const unbag = (dir: string, ...args: readonly string[]) =>
    run(studio(), 'unbag', dir, '--report', join(studio().folder, 'fates.csv'), ...args);
  return {
    unbag,
    told: async <T>(dir: string, ...args: readonly string[]) => {
      const ended = await unbag(dir, '--json', ...args);
      return { status: ended.status, ...answerOf<T>(ended) };
    },
    images: async (where = {}) => {
      const { docs } = await studio().payload.find({
        ...{ collection: 'images', where, locale: 'all', depth: 1, pagination: false },
      });
      return docs as unknown as Record<string, unknown>[];
    },
  };
};

export const json = async <T = Record<string, unknown>>(path: string): Promise<T> =>
  JSON.parse(await readFile(path, 'utf8'));

type Locale = 'vi' | 'en' | 'fr' | 'zh';

export interface PicturePlan {
  readonly words: Partial<Record<Locale, Readonly<Record<string, string>>>>;
  readonly shared?: Readonly<Record<string, unknown>>;
  readonly marking?: Marking;
  readonly bytes?: Uint8Array;
  readonly filename?: string;
  readonly thumbhash?: string;
}

/** Puts a picture with all its words straight into the archive. @returns its id */
export const addPicture = async ({ payload, values }: Studio, plan: PicturePlan): Promise<string> => {
  const bytes = plan.bytes ?? (await pictureBytes());
  const store = await openMasterStore(values.mastersDir);
  const { sha256 } = await store.put(bytes);
  const master = {
    sha256,
    bytes: bytes.byteLength,
    type: 'image/jpeg',
    width: 640,
    height: 480,
    pages: 1,
    display: 'whole',
    filename: plan.filename ?? 'cho.jpg',
  };
  const [[locale, words] = ['vi', { title: 'Ảnh' }], ...others] = Object.entries(plan.words) as [
    Locale,
    Record<string, string>,
  ][];
  const context = { taken: { master, thumbhash: plan.thumbhash ?? 'AAAA' } };
  const data = { ...words, ...plan.shared } as never;
  const id = String((await payload.create({ collection: 'images', locale, data, context, depth: 0 })).id);
  for (const [other, more] of others)
    await payload.update({ collection: 'images', id, locale: other, data: more as never, depth: 0 });
  if (plan.marking) await mark({ payload }, id, plan.marking);
  return id;
};

export const mark = async (
  { payload }: Pick<Studio, 'payload'>,
  id: string,
  marking: Marking,
  by: string | null = null,
  collection: 'images' | 'albums' = 'images',
): Promise<void> => {
  const req = await createLocalReq({}, payload);
  const stored = (await markingsOf(req, collection, [id])).get(id);
  if (!stored) throw new Error(`${id} has no marking`);
  await changeMarking(req, stored, marking, { by, basis: 'test' });
};

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Folder of a picture in a bag. */
export const pictureIn = (bag: string, id: string): string => join(bag, 'data/pictures', id.slice(0, 2), id);
