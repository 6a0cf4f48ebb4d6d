import { join } from 'node:path';
import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import type { AtRest } from '#media/intake/at-rest.ts';
import { lookAtArrival } from '#media/intake/intake.ts';
import { type MasterStore, openMasterReader, openMasterStore } from '#media/intake/master-store.ts';
import { canonicalRights } from '#media/rights/rights.ts';
import type { Decoders } from '#media/sandbox/pool.ts';
import { type ClaimedBytes, claimBytes } from '../archive/same-bytes.ts';
import { takeInPicture } from '../archive/take-in-picture.ts';
import { openKeptCopies } from '../archive-screen/kept-copies.ts';
import { openSmallPictures } from '../archive-screen/small-pictures.ts';
import { openZoomCopies } from '../archive-screen/zoom-copies.ts';
import { cuttersOf, decodersOf } from '../decoders.ts';
import { checkFields } from '../input/check-fields.ts';
import { clean } from '../input/clean.ts';
import { queueEndpoints } from '../review-queue/queue-endpoints.ts';
import { type FileWords, openFileWords } from '../secrecy/file-words.ts';
import { openUploads, type Uploads, type UploadValues } from '../uploads/uploads.ts';
import { checkReferences } from '../workflow/level-rule.ts';
import { referencesOf } from '../workflow/references.ts';
import { releaseImages } from '../workflow/release-images.ts';
import { inTransaction } from '../workflow/transaction.ts';
import { answering } from './after-error.ts';
import { answerEmbedded, lookAtFile, mayBring } from './image-embedded.ts';
import { answerTechnical, answerUses } from './image-facts.ts';
import { answerFile } from './image-file.ts';
import { answerKeptIn } from './image-kept-in.ts';
import { answerRights } from './image-rights.ts';
import { answerTile, answerZoom } from './image-zoom.ts';
import { readPictureForm } from './picture-form.ts';
import { readJson } from './read-json.ts';
import { signedIn } from './signed-in.ts';
import { uploadEndpoints } from './upload-endpoints.ts';

export interface ImageValues extends UploadValues {
  readonly baseDir: string;
  readonly mastersDir: string;
  readonly archiveDir?: string | undefined;
  readonly atRest?: AtRest | undefined;
  readonly selfPublish: boolean;
  readonly deletionTermDays?: number;
}

type Doc = Record<string, unknown>;
const described = z.record(z.string(), z.unknown());

/** The master store, opened when it is first needed; one that could not be opened is tried anew by whoever comes next. */
const storeAt = (dir: string, atRest: AtRest | undefined): (() => Promise<MasterStore>) => {
  let opened: Promise<MasterStore> | null = null;
  const open = async (): Promise<MasterStore> => {
    try {
      return await openMasterStore(dir, atRest);
    } catch (cause) {
      opened = null;
      throw cause;
    }
  };
  return () => {
    opened ??= open();
    return opened;
  };
};

/** What the curator says of a picture, looked at before its bytes are. */
const readDescription = async (req: PayloadRequest, given: unknown): Promise<Doc> => {
  const data = clean(given ?? {}, '_payload');
  const read = described.safeParse(data);
  if (!read.success) throw new Failure('body-malformed');
  checkFields(req.payload.collections.images?.config.flattenedFields ?? [], read.data);
  if (read.data.rights && canonicalRights(String(read.data.rights)) !== read.data.rights)
    throw new Failure('field-invalid', { field: 'rights' });
  if (typeof read.data.title !== 'string' || read.data.title.trim() === '')
    throw new Failure('field-invalid', { field: 'title' });
  await checkReferences(req, referencesOf(read.data), { level: 'public', compartments: [] });
  return read.data;
};

const upload =
  (store: () => Promise<MasterStore>, folder: string | null, { examine }: Decoders) =>
  async (req: PayloadRequest): Promise<Response> => {
    mayBring(req);
    const archive = await store();
    await archive.stillThere();
    await using form = await readPictureForm(req, folder);
    const data = await readDescription(req, form.data);
    const claimed: ClaimedBytes[] = [];
    const unlessKnown = async (sha256: string): Promise<void> => {
      claimed.push(await claimBytes(req, archive, sha256));
    };
    const arriving = { filename: form.filename, examine, unlessKnown };
    try {
      await using arrival = await lookAtArrival(archive, form.bytes(), arriving);
      // Looking at an arrival has asked `unlessKnown`, or thrown
      const [{ claim, bereft }] = claimed as [ClaimedBytes];
      if (bereft) {
        await arrival.keep();
        throw new Failure('image-exists', { ...bereft });
      }
      const doc = await takeInPicture(req, claim, arrival, data);
      return Response.json({ doc }, { status: 201 });
    } finally {
      await claimed[0]?.claim.giveBack();
    }
  };

const release = z.strictObject({ ids: z.array(z.string().min(1).max(64)).min(1).max(200) });

const opened = new WeakMap<object, Uploads>();
const words = new WeakMap<object, FileWords>();

/** The uploads of a studio that was built with these values. */
export const uploadsOf = (values: ImageValues): Uploads | undefined => opened.get(values);

/** What masters of this studio say of themselves with words of secrecy in it. */
export const fileWordsFor = (values: ImageValues): FileWords | undefined => words.get(values);

/**
 * `POST /api/images/upload`, `…/look` and `…/release`; below `GET /api/images/:id`: `/file`, `/zoom` with its tiles, `/uses`,
 * `/technical`, `/rights` and `/embedded`.
 */
export const imageEndpoints = (values: ImageValues): Endpoint[] => {
  const store = storeAt(values.mastersDir, values.atRest);
  const { atRest } = values;
  const sealed = atRest && { atRest, masters: openMasterReader(values.mastersDir, atRest) };
  const decoders = decodersOf(values);
  const small = openSmallPictures(values.archiveDir && join(values.archiveDir, 'small'), openKeptCopies(sealed));
  const cutters = cuttersOf(values);
  const copies = openZoomCopies(join(values.archiveDir ?? join(values.mastersDir, 'incoming'), 'zoom'), sealed);
  // What is sealed at rest is held in memory until it is
  const incoming = atRest ? null : join(values.mastersDir, 'incoming');
  const uploads = openUploads(values, store, decoders);
  opened.set(values, uploads);
  words.set(values, openFileWords(decoders));
  return [
    ...uploadEndpoints(uploads),
    ...queueEndpoints(decoders),
    {
      path: '/upload',
      method: 'post',
      handler: answering(upload(store, incoming, decoders)),
    },
    { path: '/look', method: 'post', handler: answering((req) => lookAtFile(req, store, incoming, decoders)) },
    {
      path: '/release',
      method: 'post',
      handler: answering(async (req) => {
        const viewer = signedIn(req);
        const { ids } = await readJson(req, release);
        const released = await inTransaction(req, () => releaseImages(req, viewer, ids, values));
        return Response.json({ released });
      }),
    },
    { path: '/:id/file', method: 'get', handler: answering((req) => answerFile(req, store, decoders, small)) },
    { path: '/:id/zoom', method: 'get', handler: answering(answerZoom) },
    {
      path: '/:id/zoom/:level/:column/:row',
      method: 'get',
      handler: answering((req) => answerTile(req, decoders, cutters, copies)),
    },
    { path: '/:id/uses', method: 'get', handler: answering(answerUses) },
    { path: '/:id/technical', method: 'get', handler: answering((req) => answerTechnical(req, decoders)) },
    { path: '/:id/rights', method: 'get', handler: answering(answerRights) },
    { path: '/:id/kept-in', method: 'get', handler: answering(answerKeptIn) },
    { path: '/:id/embedded', method: 'get', handler: answering((req) => answerEmbedded(req, decoders)) },
  ];
};
