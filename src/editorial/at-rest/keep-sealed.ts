import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { type Level, rankOf } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';
import { openMasterStore } from '#media/intake/master-store.ts';
import { takeClaim } from '../archive/claim.ts';
import { copiesForScreens } from '../archive/deletion/leave-bytes.ts';
import type { StudioValues } from '../studio-values.ts';
import { markingsOf } from '../workflow/marking-store.ts';
import { followMarkings, type Remarked, sealsSettled } from './seal-as-marked.ts';
import { sealTexts } from './texts/seal-texts.ts';

type Places = Pick<StudioValues, 'mastersDir' | 'archiveDir' | 'atRest'>;

const kept = z.looseObject({ sha256: z.string().nullish() }).nullish();
const image = z.looseObject({ id: z.string(), master: kept, origin: kept });

const portion = 500;
const day = 24 * 60 * 60 * 1000;

/** Searchable copies of what the database holds, from a time before anything was sealed here: they are held in memory since. */
const written = /^(index|memory|texts|translations)\.db/;

const removeWritten = async (archiveDir: string | undefined): Promise<void> => {
  if (archiveDir === undefined) return;
  const names = await readdir(archiveDir).catch(() => []);
  for (const name of names.filter((one) => written.test(one))) await rm(join(archiveDir, name), { force: true });
};

const filesOf = ({ master, origin }: z.infer<typeof image>): string[] =>
  [master, origin].flatMap((one) => (one?.sha256 ? [one.sha256] : []));

/** What is named by two records is sealed as the higher of them is marked. */
const highest = (one: Level | undefined, other: Level): Level =>
  one === undefined || rankOf(other) > rankOf(one) ? other : one;

/**
 * As what a file is to be sealed now; undefined where nothing names it any more.
 * @param remarked what has just been marked: whoever else looks may not see it yet
 */
const wantedLevel = async (payload: Payload, sha256: string, remarked?: Remarked): Promise<Level | undefined> => {
  const where: Where = { or: ['master', 'origin'].map((one) => ({ [`${one}.sha256`]: { equals: sha256 } })) };
  const { docs } = await payload.db.find({ collection: 'images', where, limit: 0, pagination: false });
  const ids = z
    .array(image)
    .parse(docs)
    .map(({ id }) => id);
  const markings = await markingsOf({ payload } as PayloadRequest, 'images', ids);
  const levelOf = (id: string) => (id === remarked?.id ? remarked.level : (markings.get(id)?.level ?? 'unreviewed'));
  return ids.map(levelOf).reduce<Level | undefined>(highest, undefined);
};

/**
 * Seals files as they are to be sealed now, and removes what was made of them and is sealed otherwise: it is made again when
 * somebody looks. What is plain is sealed, and its plain bytes go. One that is damaged waits until it is mended.
 */
const settle = async (
  payload: Payload,
  places: Places,
  files: readonly string[],
  remarked?: Remarked,
): Promise<void> => {
  const { mastersDir, archiveDir, atRest } = places;
  if (!atRest) return;
  const store = await openMasterStore(mastersDir, atRest);
  for (const sha256 of files) {
    const claim = await takeClaim(payload, sha256);
    try {
      const level = await wantedLevel(payload, sha256, remarked);
      if (level === undefined) continue;
      await store.reseal(sha256, level);
      for (const copy of await copiesForScreens(archiveDir, sha256))
        if ((await atRest.levelOf(copy).catch(() => null)) !== atRest.keyFor(level)) await rm(copy, { force: true });
    } catch (cause) {
      const isOfFile = cause instanceof Failure && ['not-found', 'master-damaged'].includes(cause.code);
      if (!isOfFile) throw cause;
      payload.logger.error({ sha256, code: cause.code }, 'a master is not sealed as it is marked');
    } finally {
      await claim.giveBack();
    }
  }
};

/** Files that the archive names, each once. */
async function* namedFiles(payload: Payload): AsyncGenerator<string> {
  const named = new Set<string>();
  for (let after = ''; ; ) {
    const where: Where = after === '' ? {} : { id: { greater_than: after } };
    const found = await payload.db.find({ collection: 'images', where, sort: 'id', limit: portion, pagination: false });
    const images = z.array(image).parse(found.docs);
    for (const sha256 of images.flatMap(filesOf)) {
      if (!named.has(sha256)) yield sha256;
      named.add(sha256);
    }
    if (images.length < portion) return;
    after = images.at(-1)?.id ?? '';
  }
}

/** Brings every file of the archive under the key of the level of what names it. Stopped anywhere, the next round goes on. */
export const sealAll = async (payload: Payload, places: Places, signal?: AbortSignal): Promise<void> => {
  if (!places.atRest) return;
  await sealTexts(payload, undefined, signal);
  await removeWritten(places.archiveDir);
  for await (const sha256 of namedFiles(payload)) {
    signal?.throwIfAborted();
    await settle(payload, places, [sha256]);
  }
};

/** Files and texts of one document follow its marking. */
const follow = async (payload: Payload, places: Places, remarked: Remarked): Promise<void> => {
  await sealTexts(payload, remarked);
  if (remarked.collection !== 'images') return;
  const where: Where = { id: { equals: remarked.id } };
  const read = image.safeParse(await payload.db.findOne({ collection: 'images', where }));
  if (read.success) await settle(payload, places, filesOf(read.data), remarked);
};

/** A round at once and one each day, as long as the process lives. Closing Payload stops it first. */
export function keepSealed(payload: Payload, places: Places): void {
  if (!places.atRest) return;
  const stop = new AbortController();
  followMarkings(payload, (remarked) => follow(payload, places, remarked));
  const go = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await sealAll(payload, places, stop.signal).catch((err: unknown) => {
        if (!stop.signal.aborted) payload.logger.error({ err }, 'the archive is not being sealed');
      });
      await sleep(day, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
    }
  };
  const rounds = go();
  const { destroy } = payload;
  payload.destroy = async () => {
    stop.abort();
    await rounds;
    await sealsSettled(payload);
    await destroy();
  };
}
