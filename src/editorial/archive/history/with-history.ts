import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload';
import { z } from 'zod';
import { writeAudit } from '../../audit/audit-line.ts';
import { commandLine } from '../../audit/command-line.ts';
import { nameOf } from '../deletion/picture-for.ts';
import { forgetHistory, forgetOldSaves, noteHistory } from './kept-history.ts';

/** By which door a picture comes in: the form, uploads in the browser, the command line, a bag. */
export type Door = 'form' | 'uploads' | 'command' | 'bag';

/** What whoever takes a picture in says of how it came. */
export interface Coming {
  readonly door: Door;
  /** Where it lay in what was handed over. */
  readonly file?: string;
  /** What looked at it, with versions; null where nothing of it can be shown. */
  readonly tools?: string | null;
}

const key = 'coming';

/** Says within a request how the picture comes that is being taken in. What is said later adds to it. */
export const sayComing = (req: PayloadRequest, coming: Partial<Coming>): void => {
  req.context[key] = { ...comingOf(req), ...coming };
};

const comingOf = ({ context }: PayloadRequest): Partial<Coming> => (context[key] as Partial<Coming> | undefined) ?? {};

const stored = z.looseObject({
  id: z.string(),
  revision: z.number().nullish(),
  master: z.looseObject({
    sha256: z.string().nullish(),
    bytes: z.number().nullish(),
    filename: z.string().nullish(),
  }),
  origin: z.looseObject({ sha256: z.string().nullish() }).nullish(),
});
type Stored = z.infer<typeof stored>;

/** Programs act in nobody’s name: then it is the machine that did it. */
const actorOf = (req: PayloadRequest) =>
  req.user ? { actor: String(req.user.id), who: nameOf(req) } : { actor: null, who: commandLine() };

const noteIntake = async (req: PayloadRequest, { id, master, origin }: Stored): Promise<void> => {
  const { door = req.user ? 'form' : 'command', file, tools } = comingOf(req);
  const by = actorOf(req);
  const { sha256 = null, bytes = null, filename = null } = master;
  const came = { door, file: file ?? filename, sha256, bytes, bag: origin?.sha256 ?? null };
  await noteHistory(req.payload, { picture: id, kind: 'intake', ...by, facts: came }, req);
  if (tools) {
    const made = { made: ['thumbhash', 'likeness', 'focus'], tools, from: sha256 };
    await noteHistory(req.payload, { picture: id, kind: 'derivation', ...by, facts: made }, req);
  }
};

/** What a program takes in has its line before it is there. To be the last of its kind: by then its id and its marking are known. */
const noteProgram: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation === 'create' && !req.user && req.context[key])
    await writeAudit(req, { action: 'create', collection: 'images', documentId: String(data.id), who: commandLine() });
  return data;
};

const afterChange: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  const picture = stored.parse(doc);
  const revision = picture.revision ?? 0;
  if (operation === 'create') await noteIntake(req, picture);
  await noteHistory(req.payload, { picture: picture.id, kind: 'save', ...actorOf(req), revision }, req);
  await forgetOldSaves(req, picture.id, revision);
};

const afterDelete: CollectionAfterDeleteHook = ({ id, req }) => forgetHistory(req, String(id));

/** Makes a collection of pictures keep where they come from and who changed them. */
export const withHistory = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeChange: [...(collection.hooks?.beforeChange ?? []), noteProgram],
    afterChange: [...(collection.hooks?.afterChange ?? []), afterChange],
    afterDelete: [...(collection.hooks?.afterDelete ?? []), afterDelete],
  },
});
