import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlattenedField } from 'payload';
import { expect, test } from 'vitest';
import { buildStudioConfig } from '../../studio-config.ts';
import { usualUploadBounds } from '../../uploads/room.ts';
import { exactFields, sealedFields } from './sealed-fields.ts';

const reference = ['places', 'topics', 'agencies', 'concepts', 'rights'];
const ofPeople = ['users', 'sessions', 'sign-in-tries', 'factors', 'recovery-codes', 'pending-steps', 'digests'];
/** Ids, codes, numbers and instants: no word of anybody. */
const machinery = ['album-members', 'outbox', 'audit', 'claims', 'comment-notices', 'launches'];
const ofPayload = ['payload-kv', 'payload-jobs', 'payload-preferences', 'payload-migrations'];
const openCollections = new Set([...reference, ...ofPeople, ...machinery, ...ofPayload]);

/** Names of fields that lie open in collections of which others are sealed: ids, codes, digests, days, and who did something. */
const open = new Set(
  `id seal shows zone authors firstPublished lastPublished publishedBy sitting standing crops sha256 type display compartments
   subjectType subjectId legalBasis decidedOn protectedUntil by from to marking markings fingerprint askedBy askedName decidedBy decidedName
   person signedOn permission locale term madeBy madeName holder holderName returnedBy returnedName destroyedBy destroyedName confirmedBy
   confirmedName collection documentId counts translator reviewer due givenBy past thread mentions resolvedBy file pair one other kept albums
   picture origin setBy setName liftedBy liftedName actor who owner state pictures undoes code edit batch upload outcome lacks image kinds`
    .split(/\s+/)
    .filter((name) => name !== ''),
);

const textual = new Set(['text', 'textarea', 'richText', 'json', 'email', 'code']);

const pathsIn = (fields: readonly FlattenedField[], above = ''): string[] =>
  fields.flatMap((field) => {
    const path = `${above}${field.name}`;
    if ('flattenedFields' in field) return pathsIn(field.flattenedFields, `${path}.`);
    return textual.has(field.type) ? [path] : [];
  });

test('every text of every collection is sealed, or somebody has decided that it lies open', async () => {
  const { collections } = await buildStudioConfig({
    ...{ databaseUrl: 'file::memory:', secret: 'none', mastersDir: join(tmpdir(), 'none'), baseDir: process.cwd() },
    ...{
      studioUrl: 'http://localhost:3000',
      publicUrl: 'http://localhost:4000',
      profile: 'connected',
      selfPublish: false,
    },
    ...{ compartments: [], logLevel: 'silent', ...usualUploadBounds },
  });
  const undecided: string[] = [];
  const gone: string[] = [];
  for (const { slug, flattenedFields } of collections) {
    const paths = pathsIn(flattenedFields);
    const sealed = [...Object.keys(sealedFields[slug] ?? {}), ...(exactFields[slug] ?? [])];
    gone.push(...sealed.filter((path) => !paths.includes(path)).map((path) => `${slug}.${path}`));
    const isOpen = (path: string) => open.has(path.split('.').at(-1) ?? '');
    if (sealed.length === 0 && openCollections.has(slug)) continue;
    undecided.push(...paths.filter((path) => !sealed.includes(path) && !isOpen(path)).map((path) => `${slug}.${path}`));
  }
  expect({ undecided, gone }).toEqual({ undecided: [], gone: [] });
});
