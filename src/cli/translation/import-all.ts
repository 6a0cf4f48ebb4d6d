import type { Payload } from 'payload';
import type { Config } from '#config/config.ts';
import { type Looked, lookAt, type Refused } from '#editorial/translation/pack/look.ts';
import type { Met } from '#editorial/translation/pack/meet.ts';
import { openPath, type PackedFile } from '#editorial/translation/pack/packed-files.ts';
import { faultOf, isPlace, placeOf } from '#editorial/translation/pack/place-of.ts';
import { documentsIn, joinDocuments, togetherOf } from '#editorial/translation/pack/returned.ts';
import { cleanKinds } from '#editorial/translation/pack/segment-kinds.ts';
import { takeDocument } from '#editorial/translation/pack/take.ts';
import { Failure } from '#errors/failure.ts';
import type { StudioLocale } from '#languages/locales.ts';
import type { ReadDocument } from '#translation/exchange/document.ts';
import { openStudio } from '../open-studio.ts';
import { type Acting, actingAs } from './asker-of.ts';
import { type ImportReport, openTally, type Tally } from './import-tally.ts';

export interface ImportOrder {
  /** A pack, a folder with what was in one, or a file of XLIFF. */
  readonly path: string;
  readonly as: string | null;
  /** Language that is to come back; null: whichever the files say. */
  readonly to: StudioLocale | null;
  readonly onConflict: 'ours' | 'theirs';
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (documents: number) => void;
}

/** Reads a file once to its end, so that nothing is taken of one that breaks off. @returns whether it can be read */
const isWhole = async (file: PackedFile, tally: Tally): Promise<boolean> => {
  try {
    if (file.refused) throw new Failure(file.refused);
    for await (const _ of documentsIn(file));
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    tally.unread(file.name, error);
    return false;
  }
};

/** Documents of files that belong together: one at a time, where a file stands alone. */
async function* documentsOf(files: readonly PackedFile[]): AsyncGenerator<ReadDocument, void> {
  const [file, ...others] = files;
  if (!file) return;
  if (others.length === 0) yield* documentsIn(file);
  else {
    const found: ReadDocument[] = [];
    for (const one of files) for await (const document of documentsIn(one)) found.push(document);
    yield* joinDocuments(found);
  }
}

const otherLanguage = (read: ReadDocument): Refused => ({
  ...{ read, place: null, failure: null, problems: [faultOf(read, 'language-wrong')] },
});

const isChosen = ({ onConflict }: ImportOrder, { kind }: Met): boolean =>
  cleanKinds.includes(kind) || (kind === 'conflict' && onConflict === 'theirs');

/** Takes one document, or says what taking it would do. Whole, or not at all. */
const handle = async (order: ImportOrder, acting: Acting, read: ReadDocument, tally: Tally): Promise<void> => {
  if (order.to !== null && read.targetLocale !== order.to) return tally.refused(otherLanguage(read));
  const req = await acting.request();
  const asker = acting.renewed(req);
  const looked: Looked = await lookAt(req, asker, read);
  if ('refused' in looked) return tally.refused(looked.refused);
  const { plan } = looked;
  const place = placeOf(read);
  const choose = (met: Met) => isChosen(order, met);
  if (order.dryRun || !isPlace(place)) return tally.done(plan, plan.segments.filter(choose));
  try {
    const taken = await takeDocument(req, asker, place, { read, seen: null, choose });
    tally.done(taken.plan, taken.chosen);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    tally.refused({ read, place, problems: [], failure: error });
  }
};

const work = async (payload: Payload, order: ImportOrder, files: readonly PackedFile[], tally: Tally) => {
  const acting = await actingAs(payload, order.as, () => true);
  for (const group of togetherOf(files)) {
    const whole: PackedFile[] = [];
    for (const file of group) if (await isWhole(file, tally)) whole.push(file);
    for await (const read of documentsOf(whole)) {
      if (order.signal.aborted) return tally.stop();
      await handle(order, acting, read, tally);
      order.onProgress(tally.documents());
    }
  }
};

/**
 * Takes back what translators bring, document by document, each of them whole. The same again changes nothing; what was broken off goes
 * on where it stopped.
 * @throws Failure `source-missing`, `pack-empty`, `zip-…`, `user-unknown`
 */
export const importInto = async (payload: Payload, order: ImportOrder): Promise<ImportReport> => {
  await using brought = await openPath(order.path);
  const tally = openTally();
  await work(payload, order, brought.files, tally);
  return tally.report(order.dryRun);
};

/** The same into the studio of an installation. */
export const importAll = async (config: Config, order: ImportOrder): Promise<ImportReport> => {
  await using studio = await openStudio(config);
  return await importInto(studio.payload, order);
};
