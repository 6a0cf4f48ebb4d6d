import { createHash } from 'node:crypto';
import type {
  CollectionBeforeChangeHook,
  CollectionConfig,
  Config,
  DatabaseAdapter,
  Field,
  PayloadRequest,
} from 'payload';
import { z } from 'zod';
import { writtenByMachinery } from '#collections/access-filter.ts';
import type { Translatable } from './document.ts';

/**
 * Who has been writing into a draft by confirming segments: people in their sessions, as fingerprints. A draft of three
 * hundred confirmations is one version and not three hundred, which would drive all earlier ones out. Every other save ends it.
 */
const field: Field = { name: 'sitting', type: 'json', hidden: true, access: writtenByMachinery };

const list = z.array(z.string()).nullish().catch(null);
const key = 'sitting';
const replaced = 'replacesVersion';

/** Somebody in one session, without telling which. */
const sitterOf = (req: PayloadRequest): string => {
  const session = z
    .looseObject({ id: z.union([z.string(), z.number()]), _sid: z.string().nullish() })
    .safeParse(req.user);
  const words = session.success ? `${session.data.id} ${session.data._sid ?? ''}` : '';
  return createHash('sha256').update(words).digest('base64url').slice(0, 16);
};

/** A version that is written over, and the document that it is of: what else the same request saves begins one of its own. */
interface Replaced {
  readonly parent: string;
  readonly version: string;
}

/** Most people who write into one draft together before it counts as another one. */
const most = 20;

/**
 * Says that the save which follows confirms segments: it goes into the newest draft where that holds confirmations of the same
 * person already, and begins one otherwise.
 */
export const sitDown = (req: PayloadRequest, { id, draft, version }: Translatable): void => {
  const before = list.parse(draft.sitting) ?? [];
  const me = sitterOf(req);
  const goesOn = before.includes(me) && version !== null;
  req.context[key] = goesOn ? before : [...before, me].slice(-most);
  req.context[replaced] = goesOn ? ({ parent: id, version } satisfies Replaced) : null;
};

export const standUp = (req: PayloadRequest): void => {
  delete req.context[key];
  delete req.context[replaced];
};

const remember: CollectionBeforeChangeHook = ({ data, req }) => ({ ...data, sitting: req.context[key] ?? null });

/** Lets a collection with drafts know of its sittings. */
export const withSittings = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: [...collection.fields, field],
  hooks: { ...collection.hooks, beforeChange: [...(collection.hooks?.beforeChange ?? []), remember] },
});

type Adapter = Pick<DatabaseAdapter, 'createVersion' | 'updateVersion'>;
type Create = DatabaseAdapter['createVersion'];
type Created = Parameters<Create>[0];

/** Writes a version over the one that is to be replaced, instead of beside it. */
const overwrite = (adapter: Adapter, id: string, args: Created) => {
  const { createdAt, updatedAt, parent, versionData, req, collectionSlug: collection, returning } = args;
  const { id: _id, ...version } = versionData as Record<string, unknown>;
  const data = { createdAt, updatedAt, parent, latest: true, version };
  return adapter.updateVersion({
    collection,
    id,
    versionData: data as never,
    ...(req && { req }),
    ...(returning !== undefined && { returning }),
  });
};

/** Lets a save that belongs to a sitting write over the version that the sitting has made. */
export const withSittingVersions = (database: Config['db']): Config['db'] => ({
  ...database,
  init: (args) => {
    const adapter = database.init(args);
    const create = adapter.createVersion.bind(adapter);
    adapter.createVersion = ((created: Created) => {
      const seat = created.req?.context?.[replaced] as Replaced | null | undefined;
      return seat && seat.parent === String(created.parent)
        ? overwrite(adapter, seat.version, created)
        : create(created);
    }) as Create;
    return adapter;
  },
});
