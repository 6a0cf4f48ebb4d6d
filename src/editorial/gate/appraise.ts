import { z } from 'zod';
import type { Change } from '#feed/change.ts';
import { isStudioLocale, type PublicLocale, publicLocalesOf, type StudioLocale } from '#languages/locales.ts';
import { rightsWindow } from '#media/rights/rights-in-force.ts';
import { usageOf } from '#media/rights/usage.ts';
import { type PublicRecord, publicRecord } from '#record/records.ts';
import type { ToTraditional } from '#translation/script/to-traditional.ts';
import { isMarkedLost } from '../at-rest/texts/lost-mark.ts';
import type { PublicMembers } from '../release/build-album.ts';
import { type Built, buildRecord } from '../release/build-record.ts';
import { type DocumentRef, keyOf, releasedCollections } from '../release/released-collections.ts';
import { heldRights } from '../release/stored-rights.ts';
import type { AwaitedByLocale } from './awaited.ts';
import { claimBeforeBuilt } from './claim.ts';
import type { FileReader } from './file-reader.ts';
import type { Ledger } from './ledger.ts';
import { canonicalText } from './live-records.ts';
import { namesToTell } from './names-to-tell.ts';
import { judgeReferences, type Stance } from './releasable.ts';
import type { Renderer } from './renderer.ts';
import { secrecyFaults } from './secrecy.ts';
import { tightened } from './tighten.ts';
import type { Subject, World } from './world.ts';

/** Why something of a document is not, or not yet, public: codes and names of fields, never what stands in them. */
export interface Note {
  readonly code: string;
  readonly locale?: string;
  readonly field?: string;
}

/** What is to happen with a document: the change that the feed needs, if any, and what to remember. */
export interface Appraisal {
  readonly ref: DocumentRef;
  readonly stance: Stance;
  readonly refs: readonly DocumentRef[];
  readonly change: Change | null;
  /** Master of a picture that is not to be public: nothing that was made of it may stay in the feed. */
  readonly discarded: string | null;
  readonly notes: readonly Note[];
}

export interface AppraisalParts {
  readonly ledger: Ledger;
  readonly renderer: Pick<Renderer, 'renderingOf'>;
  readonly files: Pick<FileReader, 'wordsOf'>;
  readonly traditional: ToTraditional;
}

/** Compares what may be public of a document with what is. Gives public ids to it and to what it refers to. */
export function appraise(subject: Subject, world: World, parts: AppraisalParts): Appraisal {
  const { ref, members } = subject;
  const listed = members.map((id): DocumentRef => ({ collection: 'images', id }));
  const refs = [...subject.refs, ...listed, ...listed.map((one) => keptFor(one, parts.ledger))];
  const { record, notes } = recordOf(subject, world, parts);
  return {
    ref,
    stance: shownStance(subject, world, record !== null),
    refs: withStandIns(refs, world),
    change: changeTo(ref, record, parts),
    discarded: 'refused' in subject.verdict ? masterOf(subject) : null,
    notes,
  };
}

/** What it refers to, and what stands for that: it is looked at again when either stands otherwise. */
const withStandIns = (refs: readonly DocumentRef[], world: World): DocumentRef[] => [
  ...new Map(refs.flatMap((ref) => [ref, world.standIn(ref)]).map((ref) => [keyOf(ref), ref])).values(),
];

const image = z.object({ master: z.object({ sha256: z.string() }) });

const masterOf = ({ ref, document }: Subject): string | null =>
  ref.collection === 'images' ? (image.safeParse(document).data?.master.sha256 ?? null) : null;

/** A picture is open to those who show it only once it is live: nothing public points at bytes that are not there yet. */
function shownStance({ ref }: Subject, world: World, released: boolean): Stance {
  const stance = world.stance(ref);
  return stance === 'open' && !released ? 'closed' : stance;
}

interface Outcome {
  readonly record: PublicRecord | null;
  readonly notes: readonly Note[];
}

function recordOf(subject: Subject, world: World, parts: AppraisalParts): Outcome {
  const { ref, document, verdict, locales, refs } = subject;
  if ('refused' in verdict) return { record: null, notes: [{ code: verdict.refused }] };
  const refused = judgeReferences(refs.map((used) => ({ use: used.use, stance: world.stance(used) })));
  if (refused) return { record: null, notes: [{ code: refused }] };
  if (locales.length === 0) return { record: null, notes: verdict.withheld };
  claimBeforeBuilt(ref, document, parts.ledger);
  const built = screened(subject, buildSubject(subject, world, parts), parts);
  const { record, notes } = assemble(subject, built, parts);
  return { record, notes: [...verdict.withheld, ...notes] };
}

type Fault = Note & { readonly locale: StudioLocale };
type Attempt = Pick<Built, 'editions' | 'formerSlugs' | 'members'> & { readonly faults: readonly Fault[] };

/** Nothing can be built now: each language stays as it was, as long as it may be public at all. */
const postponed = (locales: readonly StudioLocale[], code: string): Attempt => ({
  editions: {},
  formerSlugs: {},
  members: null,
  faults: locales.map((locale) => ({ locale, code })),
});

/** What was built, without the languages in which words of secrecy stand: those stay as they were. */
function screened(subject: Subject, built: Attempt, { ledger, files }: AppraisalParts): Attempt {
  const id = ledger.names.known(subject.ref);
  const held = secrecyFaults(subject, built, id === null ? null : ledger.live.recordOf(id), files.wordsOf);
  if (held.length === 0) return built;
  const editions = { ...built.editions };
  const formerSlugs = { ...built.formerSlugs };
  for (const tag of held.flatMap(({ locale }) => publicLocalesOf(locale))) {
    delete editions[tag];
    delete formerSlugs[tag];
  }
  return { ...built, editions, formerSlugs, faults: [...built.faults, ...held] };
}

function buildSubject(subject: Subject, world: World, { ledger, renderer, traditional }: AppraisalParts): Attempt {
  const { ref, document, locales } = subject;
  if (isMarkedLost(document)) return postponed(locales, 'text-lost');
  const waiting = subject.refs.some(
    (used) => used.use === 'shown' && world.stance(used) === 'open' && !isLive(ledger, world.standIn(used)),
  );
  if (waiting) return postponed(locales, 'picture-pending');
  const resolve = (to: DocumentRef) =>
    world.stance(to) === 'open' ? ledger.names.idFor(world.standIn(to), world.document(to)) : null;
  const common = { locales, resolve, traditional, stateOf: subject.stateOf };
  if (ref.collection === 'albums') {
    const album = { members: liveMembers(subject, ledger), releasedAt: releasedAt(subject.marking) };
    return buildRecord('albums', document, { ...common, album });
  }
  if (ref.collection !== 'images') return buildRecord(ref.collection, document, common);
  const rendering = renderer.renderingOf(ref, document);
  if (!rendering) return postponed(locales, 'rendering-pending');
  const image = { rendering, releasedAt: releasedAt(subject.marking) };
  return buildRecord('images', document, { ...common, image });
}

/** The public id of a document that is public now. */
const liveId = (ledger: Ledger, ref: DocumentRef): string | null => {
  const id = ledger.names.known(ref);
  return id !== null && ledger.live.has(id) ? id : null;
};

const isLive = (ledger: Ledger, ref: DocumentRef): boolean => liveId(ledger, ref) !== null;

/** A record that was kept may stand behind another one later: so many steps are followed. */
const chain = 16;

/** The picture that stands for one of an album, as it was when both were last looked at; mostly itself. */
function keptFor(ref: DocumentRef, { stances }: Ledger): DocumentRef {
  let at = ref;
  for (let step = 0; step < chain; step += 1) at = stances.keptFor(at) ?? at;
  return at;
}

/** What the public sees of an album now. When a picture comes or goes, the album is looked at again. */
function liveMembers({ members }: Subject, ledger: Ledger): PublicMembers {
  return new Map(
    members.flatMap((id) => {
      const named = liveId(ledger, keptFor({ collection: 'images', id }, ledger));
      return named === null ? [] : [[id, named] as const];
    }),
  );
}

const marking = z.object({
  history: z.array(z.object({ at: z.union([z.string(), z.date()]), to: z.string() })).catch([]),
});

/** When the marking last became public. */
function releasedAt(marked: unknown): string | null {
  const at = marking.safeParse(marked).data?.history.findLast(({ to }) => to === 'public')?.at;
  return at === undefined ? null : new Date(at).toISOString();
}

/** A language that cannot be built stays as it was released, so that a fault of ours takes nothing down. */
function assemble(
  { ref, document, awaited }: Subject,
  built: Attempt,
  { ledger, traditional }: AppraisalParts,
): Outcome {
  const known = ledger.names.known(ref);
  const told: ReadonlySet<string> = ref.collection === 'images' ? toldIn(document, traditional) : new Set();
  const before =
    known === null || built.faults.length === 0 ? null : editionsBefore(ledger.live.recordOf(known), document, told);
  const editions: Record<string, unknown> = { ...built.editions };
  const formerSlugs: Record<string, unknown> = { ...built.formerSlugs };
  for (const locale of built.faults.flatMap(stayingAs)) {
    if (before?.editions[locale]) editions[locale] = before.editions[locale];
    if (before?.editions[locale] && before.formerSlugs[locale]) formerSlugs[locale] = before.formerSlugs[locale];
  }
  if (Object.keys(editions).length === 0) return { record: null, notes: built.faults };
  const id = known ?? ledger.names.idFor(ref, document);
  const type = releasedCollections[ref.collection];
  const formerIds = idsBehind(ref, ledger);
  const read = publicRecord.safeParse({
    type,
    id,
    editions,
    formerSlugs,
    ...(built.members && { members: built.members }),
    ...(formerIds.length > 0 && { formerIds }),
    ...awaitedOutside(awaited),
  });
  if (read.success && tellsUntold(read.data, told)) return { record: null, notes: [{ code: 'person-untold' }] };
  if (read.success) return { record: read.data, notes: built.faults };
  const field = read.error.issues[0]?.path.join('.') ?? '';
  return { record: null, notes: [...built.faults, { code: 'record-invalid', field }] };
}

/** Languages that are to follow, as the public calls them. */
function awaitedOutside(awaited: AwaitedByLocale): Pick<PublicRecord, 'awaited'> {
  const told = Object.entries(awaited).flatMap(([locale, as]) =>
    isStudioLocale(locale) ? publicLocalesOf(locale).map((tag) => [tag, as] as const) : [],
  );
  return told.length > 0 ? { awaited: Object.fromEntries(told) } : {};
}

/** Languages that stay as they were released: what was built and could not be converted is none of them. */
const stayingAs = ({ locale, code }: Fault): PublicLocale[] =>
  code === 'conversion-invalid' ? [] : publicLocalesOf(locale);

/** Writings of the names that may be told of a picture, in both scripts. */
const toldIn = (document: unknown, { text }: ToTraditional): ReadonlySet<string> =>
  new Set([...namesToTell(document)].flatMap((name) => [name, text(name)]));

/** Whether a record names somebody whom the gate itself finds not to be told of: no fault of a builder lets a name out. */
const tellsUntold = (record: PublicRecord, names: ReadonlySet<string>): boolean => {
  if (record.type !== 'image') return false;
  const editions = Object.values(record.editions).flat();
  return editions.some(({ people }) => people?.some(({ name }) => !names.has(name)));
};

/** Public ids of the records that stand behind a picture. */
const idsBehind = (ref: DocumentRef, { names, stances }: Ledger): string[] =>
  ref.collection !== 'images'
    ? []
    : stances
        .referrers(ref)
        .filter(({ collection }) => collection === 'images')
        .flatMap((behind) => names.known(behind) ?? [])
        .toSorted()
        .slice(0, 100);

/** What stays as it was: of a picture only what its rights allow now. */
function editionsBefore(
  record: PublicRecord | null,
  document: unknown,
  names: ReadonlySet<string>,
): Pick<PublicRecord, 'editions' | 'formerSlugs'> | null {
  if (record?.type !== 'image') return record;
  const { rights, shown } = heldRights(document);
  const allowed = {
    ...rightsWindow(rights, shown.consents),
    maxSide: rights.maxSide,
    download: rights.download === true,
    usage: usageOf(rights, shown.consents),
    names,
  };
  return { editions: tightened(record, allowed), formerSlugs: record.formerSlugs };
}

function changeTo(ref: DocumentRef, record: PublicRecord | null, { ledger }: AppraisalParts): Change | null {
  const id = ledger.names.known(ref);
  const live = id === null ? null : ledger.live.textOf(id);
  if (record) return canonicalText(record) === live ? null : { op: 'put', record };
  return id !== null && live !== null ? { op: 'withdraw', type: releasedCollections[ref.collection], id } : null;
}
