import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { isHarm, isKeyAway } from '#media/intake/at-rest.ts';
import { openMasterStore } from '#media/intake/master-store.ts';
import { takeClaim } from '../archive/claim.ts';
import { copiesForScreens } from '../archive/deletion/leave-bytes.ts';
import type { StudioValues } from '../studio-values.ts';
import { followMarkings, type Remarked, sealsSettled } from './seal-as-marked.ts';
import { sealTexts } from './texts/seal-texts.ts';
import { waitingFiles } from './waiting-files.ts';
import { wantedLevel } from './wanted-level.ts';

type Places = Pick<StudioValues, 'mastersDir' | 'archiveDir' | 'atRest'>;

const kept = z.looseObject({ sha256: z.string().nullish() }).nullish();
const image = z.looseObject({ id: z.string(), master: kept, origin: kept });

const unsealed = 'masters are not sealed as they are marked';

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

/** What one file has, or the key of one level: the others are sealed all the same. */
const isOfOne = (cause: unknown): cause is Failure =>
  cause instanceof Failure &&
  (['not-found', 'master-damaged'].includes(cause.code) || isHarm(cause) || isKeyAway(cause));

/** Whoever is told of a file that stays as it was. */
type OnWaiting = (sha256: string, failure: Failure) => void;

/**
 * Seals files as they are to be sealed now, and removes what was made of them and is sealed otherwise: it is made again when
 * somebody looks. What is plain is sealed, and its plain bytes go. One that is damaged waits until it is mended, and one of a level
 * whose key is out of reach until that is there.
 */
const settle = async (
  payload: Payload,
  places: Places,
  files: readonly string[],
  { remarked, onWaiting }: { readonly remarked?: Remarked; readonly onWaiting: OnWaiting },
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
      if (!isOfOne(cause)) throw cause;
      onWaiting(sha256, cause);
    } finally {
      await claim.giveBack();
    }
  }
};

/** Texts first, then files, which a key that texts wait for does not keep waiting. @throws what kept texts waiting, at the end */
const textsThenFiles = async (texts: Promise<void>, files: () => Promise<void>): Promise<void> => {
  const waiting = await texts.then(
    () => null,
    (cause: unknown) => ({ cause }),
  );
  await files();
  if (waiting) throw waiting.cause;
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

/**
 * Brings every file of the archive under the key of the level of what names it. Stopped anywhere, the next round goes on; what cannot
 * be sealed keeps no other file waiting, and the log says at the end of the round why it waits.
 */
export const sealAll = async (payload: Payload, places: Places, signal?: AbortSignal): Promise<void> => {
  if (!places.atRest) return;
  await textsThenFiles(sealTexts(payload, undefined, signal), () => sealFiles(payload, places, signal));
};

const sealFiles = async (payload: Payload, places: Places, signal?: AbortSignal): Promise<void> => {
  await removeWritten(places.archiveDir);
  const { onWaiting, say } = waitingFiles(payload);
  try {
    for await (const sha256 of namedFiles(payload)) {
      signal?.throwIfAborted();
      await settle(payload, places, [sha256], { onWaiting });
    }
  } finally {
    say(unsealed);
  }
};

/** Texts and files of one document follow its marking. */
const follow = (payload: Payload, places: Places, remarked: Remarked): Promise<void> =>
  textsThenFiles(sealTexts(payload, remarked), () => followFiles(payload, places, remarked));

const followFiles = async (payload: Payload, places: Places, remarked: Remarked): Promise<void> => {
  if (remarked.collection !== 'images') return;
  const where: Where = { id: { equals: remarked.id } };
  const read = image.safeParse(await payload.db.findOne({ collection: 'images', where }));
  if (!read.success) return;
  const { onWaiting, say } = waitingFiles(payload);
  await settle(payload, places, filesOf(read.data), { remarked, onWaiting });
  say(unsealed);
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
