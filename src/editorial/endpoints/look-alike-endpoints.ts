import type { Endpoint, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { rightsStatements } from '#media/rights/rights.ts';
import { albumsNamed, listAlbumsOf, type NamedAlbum } from '../albums/list-members.ts';
import { compareWorth } from '../archive/look-alikes/better.ts';
import { bothHalves, describedBy, type Half, readHalves } from '../archive/look-alikes/halves.ts';
import { countUncompared } from '../archive/look-alikes/hashes.ts';
import { mergePair, tellApart } from '../archive/look-alikes/merge.ts';
import { findPairs, type Pair, pairsOf, readPair } from '../archive/look-alikes/pairs.ts';
import { undoMerge } from '../archive/look-alikes/undo-merge.ts';
import { choices } from '../archive/look-alikes/unite.ts';
import { usesOf } from '../archive/uses.ts';
import { byLocale } from '../desk/section.ts';
import { bestTitle } from '../desk/titles.ts';
import { languageOf } from '../words/language-of.ts';
import { speak } from '../words/speak.ts';
import { answering } from './after-error.ts';
import { mayBring } from './image-embedded.ts';
import { readJson } from './read-json.ts';
import { idIn } from './signed-in.ts';

/** Pairs in one answer, and how many are read at a time to find them. */
const shown = 20;
const portion = 100;

const question = z.strictObject({
  state: z.enum(['open', 'merged']).default('open'),
  before: z
    .string()
    .regex(/^[0-9a-z]{1,40}$/)
    .optional(),
  image: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
});

const ask = (req: PayloadRequest): z.infer<typeof question> => {
  const asked = question.safeParse(Object.fromEntries(req.searchParams));
  if (asked.success) return asked.data;
  throw new Failure('parameter-invalid', { parameter: String(asked.error.issues[0]?.path[0] ?? '?') });
};

interface Visible {
  readonly pair: Pair;
  readonly halves: readonly [Half, Half];
}

/** Both halves as the person may see them; of merged ones, the kept record first. */
const visible = (pair: Pair, found: ReadonlyMap<string, Half>): Visible[] => {
  if (pair.state === 'open') {
    const halves = bothHalves(pair, found);
    return halves ? [{ pair, halves }] : [];
  }
  if (pair.state === 'different') return [];
  const kept = found.get(pair.kept ?? '');
  const other = found.get(pair.one === pair.kept ? pair.other : pair.one);
  return kept && other?.mergedInto === kept.id ? [{ pair, halves: [kept, other] }] : [];
};

/** The next pairs of which the person may see both pictures: the others leave no trace, not even a shorter answer. */
const visiblePairs = async (req: PayloadRequest, where: Where, before: string | null): Promise<Visible[]> => {
  const seen: Visible[] = [];
  for (let after = before; ; ) {
    const pairs = await findPairs(req, where, portion, after);
    const found = await readHalves(
      req,
      pairs.flatMap(({ one, other }) => [one, other]),
    );
    seen.push(...pairs.flatMap((pair) => visible(pair, found)));
    after = pairs.at(-1)?.id ?? null;
    if (pairs.length < portion || seen.length > shown) return seen.slice(0, shown + 1);
  }
};

const briefly = (req: PayloadRequest, { id, title, master }: Half) => ({
  id,
  title: bestTitle(title, languageOf(req)) || id.slice(0, 8),
  width: master.width,
  height: master.height,
});

const list = async (req: PayloadRequest): Promise<Response> => {
  mayBring(req);
  const { state, before, image } = ask(req);
  const where: Where = { and: [{ state: { equals: state } }, ...(image ? [pairsOf(image)] : [])] };
  const found = await visiblePairs(req, where, before ?? null);
  const pairs = found.slice(0, shown).map(({ pair: { id, fine }, halves }) => ({
    id,
    fine,
    pictures: halves.map((half) => briefly(req, half)),
  }));
  const next = found.length > shown ? (pairs.at(-1)?.id ?? null) : null;
  // Of one picture nobody asks how many others wait
  const waiting = image ? 0 : await countUncompared(req);
  return Response.json({ pairs, next, waiting }, { headers: { 'Cache-Control': 'private, no-store' } });
};

const named = z.looseObject({ id: z.string(), name: byLocale });
const signed = z.looseObject({ id: z.string(), person: z.string() });

/** Names of what two pictures refer to, by id, and of their rights statements, by address. */
const namesFor = async (req: PayloadRequest, halves: readonly Half[]): Promise<Record<string, string>> => {
  const wanted = {
    topics: halves.flatMap(({ topics }) => topics),
    places: halves.flatMap(({ places }) => places),
    agencies: halves.flatMap(({ agency }) => (agency === '' ? [] : [agency])),
    rights: halves.flatMap(({ rightsRecord }) => (rightsRecord === '' ? [] : [rightsRecord])),
  } as const;
  const names: Record<string, string> = {};
  for (const collection of ['topics', 'places', 'agencies', 'rights'] as const) {
    const ids = [...new Set(wanted[collection])];
    if (ids.length === 0) continue;
    const { docs } = await req.payload.find({
      collection,
      where: { id: { in: ids } },
      locale: 'all',
      select: { name: true },
      pagination: false,
      depth: 0,
      overrideAccess: false,
      user: req.user,
    });
    for (const { id, name } of z.array(named).parse(docs)) names[id] = bestTitle(name, languageOf(req));
  }
  const consents = [...new Set(halves.flatMap((half) => half.consents))];
  if (consents.length > 0) {
    const where: Where = { id: { in: consents } };
    const asked = { where, select: { person: true }, pagination: false, depth: 0 } as const;
    const { docs } = await req.payload.find({
      collection: 'consents',
      ...asked,
      overrideAccess: false,
      user: req.user,
    });
    for (const { id, person } of z.array(signed).parse(docs)) names[id] = person;
  }
  for (const { rights } of halves) {
    const [code] = Object.entries(rightsStatements).find(([, address]) => address === rights) ?? [];
    if (code) names[rights] = speak(languageOf(req), 'rights', code);
  }
  return names;
};

/** The albums of a half, as far as the person may know of them; of one that stands behind the other: those that it was in. */
const albumsOf = (req: PayloadRequest, { albums, kept }: Pair, { id, mergedInto }: Half): Promise<NamedAlbum[]> =>
  mergedInto === '' || id === kept
    ? listAlbumsOf(req, id)
    : albumsNamed(
        req,
        (albums?.members ?? []).map(({ album }) => album),
      );

/** Everything that tells two records apart, and what merging would have to choose between. */
const one = async (req: PayloadRequest): Promise<Response> => {
  mayBring(req);
  const pair = await readPair(req, idIn(req));
  const [seen] = pair ? visible(pair, await readHalves(req, [pair.one, pair.other])) : [];
  if (!pair || !seen) throw new Failure('not-found');
  const [first, second] = seen.halves;
  const worth = compareWorth(
    { ...first.master, display: first.master.display ?? null },
    { ...second.master, display: second.master.display ?? null },
  );
  const pictures = [];
  for (const half of seen.halves) {
    const { type, width, height, bytes, filename } = half.master;
    pictures.push({
      ...briefly(req, half),
      revision: half.revision ?? 0,
      master: { type, width, height, bytes, filename },
      described: describedBy(half),
      uses: await usesOf(req, half.id),
      albums: await albumsOf(req, pair, half),
    });
  }
  const better = worth === 0 ? null : worth > 0 ? first.id : second.id;
  const names = await namesFor(req, seen.halves);
  const answer = { id: pair.id, state: pair.state, fine: pair.fine, better, pictures, names };
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
};

const merging = z.strictObject({
  keep: z.string().min(1).max(64),
  revision: z.number().int().min(0),
  fromOther: z.array(z.enum(choices)).max(choices.length).default([]),
});

const merge = async (req: PayloadRequest): Promise<Response> => {
  mayBring(req);
  const revision = await mergePair(req, idIn(req), await readJson(req, merging));
  return Response.json({ revision });
};

/**
 * `GET /api/images/look-alikes` and `…/:id`: pairs of pictures that look the same. `POST …/:id/merge`, `…/:id/different`
 * and `…/:id/undo`: what a curator says of one.
 */
export const lookAlikeEndpoints: readonly Endpoint[] = [
  { path: '/look-alikes', method: 'get', handler: answering(list) },
  { path: '/look-alikes/:id', method: 'get', handler: answering(one) },
  { path: '/look-alikes/:id/merge', method: 'post', handler: answering(merge) },
  {
    path: '/look-alikes/:id/different',
    method: 'post',
    handler: answering(async (req) => {
      mayBring(req);
      await tellApart(req, idIn(req));
      return Response.json({});
    }),
  },
  {
    path: '/look-alikes/:id/undo',
    method: 'post',
    handler: answering(async (req) => {
      mayBring(req);
      return Response.json({ stayed: await undoMerge(req, idIn(req)) });
    }),
  },
];
