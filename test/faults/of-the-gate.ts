import { type Fault, fault } from './fault.ts';

const only = 'test/gate/only-what-may-be-public.int.test.ts';
const quiet = 'test/gate/the-feed-keeps-quiet.int.test.ts';
const travels = 'test/gate/an-article-travels.int.test.ts';
const album = 'test/albums/an-album-travels.int.test.ts';
const raised = 'test/whole-road/what-is-raised-is-gone.int.test.ts';
const heals = 'test/gate/the-gate-heals.int.test.ts';
const gate = 'src/editorial/gate/releasable.ts';

/** Faults in the gate, the feed and delivery. */
export const ofTheGate: readonly Fault[] = [
  fault(
    'a-gate-that-reads-no-marking',
    [41, 62, 64],
    [only, quiet],
    gate,
    "return level === 'public' && (compartments ?? []).length === 0 ? null : 'not-public';",
    'void level; void compartments; return null;',
  ),
  fault(
    'internal-is-public',
    [41, 64],
    [only, quiet],
    gate,
    "return level === 'public' && (compartments ?? []).length === 0 ? null : 'not-public';",
    "return (level === 'public' || level === 'internal') && (compartments ?? []).length === 0 ? null : 'not-public';",
  ),
  fault(
    'a-term-that-opens',
    64,
    quiet,
    gate,
    "return level === 'public' && (compartments ?? []).length === 0 ? null : 'not-public';",
    "return (level === 'public' || Date.now() > Date.parse('2060-01-01')) && (compartments ?? []).length === 0 ? null : 'not-public';",
  ),
  fault(
    'a-draft-is-public',
    53,
    travels,
    gate,
    "const published = Object.entries(_status ?? {}).filter(([, status]) => status === 'published');",
    'const published = Object.entries(_status ?? {});',
  ),
  fault(
    'a-raise-that-comes-late',
    50,
    raised,
    gate,
    "return level === 'public' && (compartments ?? []).length === 0 ? null : 'not-public';",
    "void compartments; return level === 'public' || level === 'restricted' ? null : 'not-public';",
  ),
  fault(
    'an-address-is-enough',
    50,
    heals,
    'src/editorial/gate/claim.ts',
    'if (editions.some((one) => one.slug === slug && one.title === words.title?.[locale])) names.idFor(ref, document);',
    'if (editions.some((one) => one.slug === slug)) names.idFor(ref, document);',
  ),
  fault(
    'a-text-with-a-hidden-picture',
    51,
    only,
    gate,
    "if (uses.some(({ use, stance }) => use === 'shown' && stance === 'closed')) return 'reference-hidden' as const;",
    '',
  ),
  fault(
    'ids-of-the-studio',
    [31, 54],
    only,
    'src/editorial/gate/names.ts',
    "const given = orphanAt(orphans, ref, document) ?? randomBytes(16).toString('base64url');",
    "const given = orphanAt(orphans, ref, document) ?? (ref.id.replaceAll('-', '').slice(0, 22) || randomBytes(16).toString('base64url'));",
  ),
  fault(
    'a-relation-by-its-id',
    31,
    only,
    'src/editorial/release/build-written.ts',
    "summary: half.summary ?? '',",
    "summary: (half.summary ?? '') + (doc.cover ?? ''),",
  ),
  fault(
    'links-to-what-is-not-public',
    31,
    only,
    'src/editorial/gate/appraise.ts',
    "world.stance(to) === 'open' ? ledger.names.idFor(world.standIn(to), world.document(to)) : null;",
    'ledger.names.idFor(world.standIn(to), world.document(to));',
  ),
  fault(
    'a-parent-that-is-hidden',
    37,
    album,
    'src/editorial/gate/appraise.ts',
    "world.stance(to) === 'open' ? ledger.names.idFor(world.standIn(to), world.document(to)) : null;",
    'ledger.names.idFor(world.standIn(to), world.document(to));',
  ),
  fault(
    'pictures-of-an-album-that-are-missing',
    54,
    album,
    'src/editorial/release/build-album.ts',
    "description: doc.description[locale] ?? '',",
    "description: (doc.description[locale] ?? '') + (doc.cover ?? ''),",
  ),
  fault(
    'an-older-feed',
    61,
    ['test/delivery/a-bad-feed-is-refused.int.test.ts', 'test/feed/a-damaged-feed-is-refused.int.test.ts'],
    'src/feed/check-order.ts',
    "throw new Failure('feed-replayed', { seq: checkpoint.seq, held: held.seq });",
    'return;',
  ),
  fault(
    'answers-of-any-shape',
    44,
    'test/delivery/the-reference-is-true.int.test.ts',
    'src/delivery/views/base.ts',
    'export const base = z.strictObject({',
    'export const base = z.looseObject({',
  ),
];
