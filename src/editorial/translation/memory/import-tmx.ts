import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createLocalReq, type Payload } from 'payload';
import { Failure } from '#errors/failure.ts';
import { isStudioLocale } from '#languages/locales.ts';
import type { ExchangeProblem } from '#translation/exchange/problem.ts';
import type { MemoryEntry } from '#translation/exchange/tmx/entry.ts';
import { readTmx } from '#translation/exchange/tmx/read-tmx.ts';
import { leaveHint } from '../../outbox/hint.ts';
import type { BroughtUnit } from './brought-units.ts';

export interface TmxImport {
  /** Units that were taken in now, and those of this very file that were there before. */
  readonly taken: number;
  readonly known: number;
  /** Units that do not hold words in two languages of ours. */
  readonly leftOut: number;
  /** The first problems, with line and column; `problems` says how many there were. */
  readonly problems: number;
  readonly named: readonly ExchangeProblem[];
}

/** Units in a row of the database. */
const partSize = 500;
const mostNamed = 50;

const collection = 'memory-imports';

/** What of an entry is in languages of the studio. */
const unitOf = ({ variants, changedAt, createdAt }: MemoryEntry, now: string): BroughtUnit | null => {
  const texts: BroughtUnit['texts'] = {};
  for (const { locale, content } of variants) if (isStudioLocale(locale)) texts[locale] ??= content;
  return Object.keys(texts).length < 2 ? null : { texts, at: changedAt ?? createdAt ?? now };
};

/** Reads the file once to its end, so that nothing is taken of one that breaks off. @returns its hash */
const checkFile = async (path: string, tally: Tally): Promise<string> => {
  const hash = createHash('sha256');
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk as Uint8Array);
      yield chunk as Uint8Array;
    }
  };
  for await (const { entry, problems } of readTmx(chunks())) {
    if (entry === null || unitOf(entry, '') === null) tally.leftOut += 1;
    tally.problems += problems.length;
    tally.named.push(...problems.slice(0, mostNamed - tally.named.length));
  }
  return hash.digest('hex');
};

interface Tally {
  taken: number;
  known: number;
  leftOut: number;
  problems: number;
  readonly named: ExchangeProblem[];
}

/** Puts a part of the file, once however often it comes. @returns whether it was not there yet */
const putPart = async (
  payload: Payload,
  name: { file: string; fileName: string },
  part: number,
  units: BroughtUnit[],
) => {
  const id = `${name.file.slice(0, 32)}-${part}`;
  const where = { id: { equals: id } };
  if ((await payload.db.count({ collection, where })).totalDocs > 0) return false;
  const now = new Date().toISOString();
  const data = { id, ...name, part, count: units.length, units, createdAt: now, updatedAt: now };
  await payload.db.create({ collection, customID: id, data, returning: false });
  await leaveHint(await createLocalReq({}, payload), { collection, documentId: id }, null);
  return true;
};

/**
 * Takes a translation memory into the studio's own. Nothing is taken of a file that cannot be read to its end; the same file again
 * changes nothing, and goes on where it was broken off.
 * @throws Failure `source-missing`, `exchange-…` with line and column
 */
export const importTmx = async (payload: Payload, path: string): Promise<TmxImport> => {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new Failure('source-missing', { path });
  const tally: Tally = { taken: 0, known: 0, leftOut: 0, problems: 0, named: [] };
  const name = { file: await checkFile(path, tally), fileName: basename(path).slice(0, 200) };
  let [part, units]: [number, BroughtUnit[]] = [0, []];
  const put = async (): Promise<void> => {
    if (units.length === 0) return;
    const isNew = await putPart(payload, name, part, units);
    tally[isNew ? 'taken' : 'known'] += units.length;
    [part, units] = [part + 1, []];
  };
  const now = new Date().toISOString();
  for await (const { entry } of readTmx(createReadStream(path))) {
    const unit = entry && unitOf(entry, now);
    if (unit) units.push(unit);
    if (units.length === partSize) await put();
  }
  await put();
  return tally;
};
