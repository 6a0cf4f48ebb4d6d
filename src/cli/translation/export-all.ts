import { createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Payload, PayloadRequest } from 'payload';
import type { Clearance } from '#access/level.ts';
import type { Config } from '#config/config.ts';
import { checkUncounted } from '#editorial/copies/counted.ts';
import { within } from '#editorial/translation/memory/export-tmx.ts';
import { openStudioMemory } from '#editorial/translation/memory/studio-memory.ts';
import { openHelps } from '#editorial/translation/pack/helps.ts';
import { makePack } from '#editorial/translation/pack/make-pack.ts';
import { asksForWork, type Choice, namesOf } from '#editorial/translation/pack/pick.ts';
import { Failure } from '#errors/failure.ts';
import { ownNames, type StudioLocale, toPublicLocale } from '#languages/locales.ts';
import { openStudio } from '../open-studio.ts';
import { type Acting, actingAs } from './asker-of.ts';

export interface ExportOrder {
  readonly to: StudioLocale;
  readonly choice: Choice;
  /** Highest marking of documents that the house takes along. */
  readonly upTo: Clearance;
  /** Address of a person for whom it is; null: for the house. */
  readonly as: string | null;
  /** Folder in which the pack is put. */
  readonly out: string;
  readonly language: StudioLocale;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, of: number) => void;
}

export interface Exported {
  readonly path: string;
  readonly documents: number;
  /** Documents that were chosen and stay here: above the marking, without a right, or without work to do. */
  readonly left: number;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** The index on disk is the studio's own, which may be running: what helps is read anew here, once. */
const helpsFor = async (payload: Payload, { asker }: Acting, req: PayloadRequest, to: StudioLocale) => {
  const memory = openStudioMemory(payload, null);
  await memory.ready();
  const helps = await openHelps(req, asker, to, async () => memory.index);
  return { helps, [Symbol.dispose]: () => memory[Symbol.dispose]() };
};

const write = async (payload: Payload, order: ExportOrder, part: string): Promise<Exported> => {
  const acting = await actingAs(payload, order.as, within(order.upTo));
  const req = await acting.request();
  const names = await namesOf(req, order.choice, order.to);
  using opened = await helpsFor(payload, acting, req, order.to);
  const count = { taken: 0, left: 0 };
  const pack = makePack(req, {
    ...{ asker: acting.asker, names, to: order.to, language: order.language, helps: opened.helps },
    isWanted: order.choice.needsWork ? asksForWork : () => true,
    onDocument: (fate) => {
      count[fate] += 1;
      order.onProgress(count.taken + count.left, names.length);
    },
  });
  await pipeline(Readable.from(pack, { objectMode: false }), createWriteStream(part, { flags: 'wx' }), {
    signal: order.signal,
  });
  if (count.taken === 0) throw new Failure('pack-nothing', { language: ownNames[order.to] });
  return { path: part, documents: count.taken, left: count.left };
};

/**
 * Writes the pack of a translator into a folder. It stands under its name only once it is whole.
 * @throws Failure `copy-needs-permission` above `internal`, `export-exists`, `pack-nothing`, `article-unknown`, `user-unknown`
 */
export const exportFrom = async (payload: Payload, order: ExportOrder): Promise<Exported> => {
  checkUncounted({ level: order.upTo, compartments: [] });
  const day = new Date().toISOString().slice(0, 10);
  const path = join(order.out, `benthanh-${toPublicLocale(order.to)}-${day}.zip`);
  if (await exists(path)) throw new Failure('export-exists', { path });
  await mkdir(order.out, { recursive: true });
  const part = `${path}.part`;
  await rm(part, { force: true });
  try {
    const written = await write(payload, order, part);
    await rename(part, path);
    return { ...written, path };
  } catch (error) {
    // Half a pack would pass for a whole one
    await rm(part, { force: true });
    throw error;
  }
};

/** The same of the studio of an installation. */
export const exportAll = async (config: Config, order: ExportOrder): Promise<Exported> => {
  checkUncounted({ level: order.upTo, compartments: [] });
  await using studio = await openStudio(config);
  return await exportFrom(studio.payload, order);
};
