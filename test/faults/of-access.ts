import { type Fault, fault } from './fault.ts';

const hidden = 'test/security/nothing-tells-of-the-hidden.int.test.ts';
const attacker = 'test/security/an-attacker-tries.int.test.ts';
const doors = 'test/access/closed-doors.int.test.ts';
const audit = 'test/access/start-up-audit.int.test.ts';
const machinery = 'test/access/rights-to-what-programs-keep.int.test.ts';
const workflow = 'test/publishing/workflow.int.test.ts';
const switches = 'src/editorial/access-audit-switches.ts';
const config = 'src/editorial/studio-config.ts';

/** Faults in who may do what, and in what the framework leaves open. */
export const ofAccess: readonly Fault[] = [
  fault(
    'versions-open',
    29,
    [workflow, attacker],
    'collections/access-filter.ts',
    "readVersions: ruleFor(kind, 'readVersions'),",
    'readVersions: ruled(({ req }: { req: PayloadRequest }) => Boolean(req.user)),',
  ),
  fault(
    'versions-unwatched',
    29,
    audit,
    'src/editorial/access-audit.ts',
    "...(collection.versions ? ['readVersions'] : []),",
    '',
  ),
  fault(
    'versions-asked-as-documents',
    29,
    [workflow, attacker],
    'collections/access-filter.ts',
    "const where = action === 'readVersions' ?",
    'const where = action === undefined ?',
  ),
  fault(
    'operations-unwatched',
    30,
    audit,
    'src/editorial/access-audit.ts',
    'const faults = [...rulesMissing(config), ...switchesLeftOn(config)];',
    'const faults = switchesLeftOn(config);',
  ),
  fault(
    'an-operation-without-a-rule',
    30,
    audit,
    'src/editorial/with-our-rules.ts',
    'Object.assign(collection.access, { create, read, update, delete: remove, unlock });',
    'Object.assign(collection.access, { create, read, update, delete: remove });',
  ),
  fault(
    'collections-of-the-framework',
    [19, 20],
    audit,
    'src/editorial/with-our-rules.ts',
    'collection.endpoints = [...endpoints];',
    '',
  ),
  fault(
    'jobs-by-a-clock',
    19,
    audit,
    'src/editorial/archive-screen/edits/edit-jobs.ts',
    'access: { queue: nobody, run: nobody, cancel: nobody },',
    "access: { queue: nobody, run: nobody, cancel: nobody }, autoRun: [{ cron: '* * * * *' }],",
  ),
  fault('order-by-hand', 9, audit, 'collections/articles.ts', 'versions:', 'orderable: true, versions:'),
  fault('order-by-hand-unwatched', 9, audit, switches, "[Boolean(collection.orderable), 'orderable'],", ''),
  fault('graphql', 47, audit, config, 'graphQL: { disable: true },', 'graphQL: { disable: false },'),
  fault('graphql-unwatched', 47, audit, switches, "[config.graphQL?.disable !== true, 'graphQL'],", ''),
  fault('telemetry', 38, audit, config, 'telemetry: false,', 'telemetry: true,'),
  fault('answers-with-stacks', 38, audit, switches, "[Boolean(config.debug), 'debug'],", ''),
  fault('uploads-by-address', 15, audit, switches, "[Boolean(collection.upload), 'upload'],", ''),
  fault('a-search-plugin', [36, 23], audit, switches, "[broughtByPlugins.includes(slug), 'plugin'],", ''),
  fault(
    'first-by-web',
    23,
    audit,
    'src/editorial/endpoints/closed-endpoints.ts',
    "closed('post', '/first-register'),",
    '',
  ),
  fault(
    'passwords-by-mail',
    14,
    audit,
    'src/editorial/endpoints/closed-endpoints.ts',
    "closed('post', '/forgot-password'),",
    '',
  ),
  fault(
    'preferences-of-everybody',
    12,
    [doors, machinery],
    'src/editorial/endpoints/preference-endpoints.ts',
    "return { and: [{ 'user.value': { equals: user?.id } }, { 'user.relationTo': { equals: user?.collection } }] };",
    "return { 'user.relationTo': { equals: user?.collection } };",
  ),
  fault('cookies-of-any-page', 16, doors, config, 'csrf: [values.studioUrl],', "csrf: ['http://evil.test'],"),
  fault(
    'ids-of-what-is-hidden',
    [31, 5],
    [hidden, attacker],
    'src/editorial/workflow/hide-references.ts',
    'if (hidden.size === 0) return doc;',
    'return doc;',
  ),
  fault(
    'links-to-what-is-hidden',
    31,
    hidden,
    'src/editorial/workflow/hide-references.ts',
    "...('body' in read ? { body: strippedBody(read.body, hidden) } : {}),",
    '',
  ),
  fault(
    'an-address-that-is-taken',
    32,
    'test/security/an-address-tells-nothing.int.test.ts',
    'src/editorial/workflow/slug-rule.ts',
    'if (rule === true) return null;',
    'if (rule) return null;',
  ),
  fault(
    'whose-rights-nobody-said',
    25,
    'test/architecture/what-is-not-there.test.ts',
    'src/editorial/preview/preview-source.ts',
    'overrideAccess: false, user,',
    'user,',
  ),
  {
    name: 'a-preview-of-everything',
    rows: [26],
    tests: ['test/security/who-is-asking.int.test.ts'],
    edits: [
      {
        file: 'src/editorial/preview/preview-endpoint.ts',
        find: "if (!languages || !document) throw new Failure('not-found');",
        put: "if (!document) throw new Failure('not-found');",
      },
      {
        file: 'src/editorial/preview/preview-endpoint.ts',
        find: 'overrideAccess: false,',
        put: 'overrideAccess: true,',
      },
    ],
  },
  fault(
    'a-middleware',
    57,
    'test/architecture/what-is-not-there.test.ts',
    'src/middleware.ts',
    '',
    'export const middleware = () => undefined;\n',
  ),
  fault(
    'a-call-to-somebody-outside',
    [59, 15],
    'test/architecture/what-is-not-there.test.ts',
    'src/editorial/outbox/hint.ts',
    'const id = randomUUID();',
    "const id = randomUUID(); void fetch('https://hooks.test/' + subject.documentId);",
  ),
  fault(
    'access-tells-what-is-there',
    34,
    'test/security/every-door-is-walked.int.test.ts',
    'src/editorial/endpoints/with-endpoints.ts',
    'documentAccessEndpoint(collection.slug as CollectionSlug),',
    '',
  ),
  fault(
    'every-officer-reads-what-files-say',
    5,
    'test/security/every-door-is-walked.int.test.ts',
    'src/access/rules.ts',
    "upload: { read: { roles: [], own: ['curator'] } },",
    "upload: { read: { roles: ['security-officer'], own: ['curator'] } },",
  ),
  fault(
    'a-version-written-before-the-refusal',
    43,
    'test/security/doors-by-person.int.test.ts',
    'src/editorial/launch/recall.ts',
    'await checkLaunching(req, viewer, name, document, inOrder(concerned));',
    `const whole = await req.payload.db.findOne({ collection: name.collection, where: { id: { equals: name.id } } });
     const at = { createdAt: new Date().toISOString(), updatedAt: new Date().toISOString(), autosave: false };
     const version = { collectionSlug: name.collection, parent: name.id, versionData: whole as never };
     await req.payload.db.createVersion({ ...version, ...at, returning: false } as never);
     await checkLaunching(req, viewer, name, document, inOrder(concerned));`,
  ),
];
