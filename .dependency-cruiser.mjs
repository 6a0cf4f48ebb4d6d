/**
 * The walls between rooms, as ARCHITECTURE.md draws them. Every rule is an error, and its comment names the right way.
 * test/architecture/walls.test.ts plants a violation of each and sees it reported.
 */
const ours = '^(src|media|collections|locales|test|bench)/';
const tests = '\\.test\\.tsx?$';
const entryPoints = [
  '^src/(cli|config|app)/',
  '^src/editorial/payload\\.config\\.ts$',
  '^src/editorial/gate/main\\.ts$',
  '^src/delivery/main\\.ts$',
];
/** What speaks to the decoder. */
const pixelFiles = [
  '^media/pixels/',
  '^media/metadata/(embedded|embedded-file|rights-exif)\\.ts$',
  '^media/iiif/cut\\.ts$',
  '^media/likeness/likeness-of\\.ts$',
];
const studioPackages = '(^|/)node_modules/(payload|@payloadcms|next|graphql)/';

/** A room that may import only the rooms listed, besides itself. Its tests may also look at what it is compared with. */
const room = (name, path, mayImport, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path, pathNot: [tests] },
  to: { path: ours, pathNot: [path, ...mayImport.map((other) => `^(src/)?${other}/`)] },
});

const rooms = [
  room(
    'errors-alone',
    '^src/errors/',
    [],
    'The list of failures imports nothing of ours. Words for people belong in locales/.',
  ),
  room(
    'languages-alone',
    '^src/languages/',
    [],
    'Languages are plain facts. Whoever needs them comes here, not the other way round.',
  ),
  room(
    'zip-alone',
    '^src/zip/',
    [],
    'A ZIP is bytes and names. What stands in it is made by whoever needs one, who comes here.',
  ),
  room(
    'audit-log-walls',
    '^src/audit-log/',
    ['errors'],
    'The log is lines and hashes. Who acts, and where lines come from, is the business of src/editorial.',
  ),
  room(
    'sealing-walls',
    '^src/sealing/',
    ['access', 'errors'],
    'Sealing knows bytes, keys and names, not what is sealed. Hand it an identity and bytes.',
  ),
  room(
    'backup-walls',
    '^src/backup/',
    ['sealing', 'errors'],
    'A backup knows files and tables, not what they are of. Where they lie, and in which order, is said in src/cli/backup.',
  ),
  room(
    'isolation-walls',
    '^src/isolation/',
    ['errors'],
    'Whether a machine has a way out is a matter of the machine. What follows from it is said where something starts.',
  ),
  room(
    'config-errors-only',
    '^src/config/',
    ['errors'],
    'Configuration knows only failures. Restate a closed list here and let a test compare it.',
  ),
  room(
    'record-walls',
    '^src/record/',
    ['languages', 'errors'],
    'The public record does not know where it comes from or goes to. Hand it values.',
  ),
  room(
    'translation-walls',
    '^src/translation/',
    ['languages', 'errors', 'zip'],
    'Translation knows texts, not where they are kept. Reading and saving belongs in src/editorial/translation.',
  ),
  room(
    'secrecy-walls',
    '^src/secrecy/',
    ['languages', 'media'],
    'The scan knows texts and nothing of where they stand. What is read and held belongs in src/editorial/secrecy.',
  ),
  room(
    'media-walls',
    '^media/',
    ['access', 'errors', 'languages'],
    'The archive knows no collection and no server. Hand it bytes and facts from src/editorial.',
  ),
  room(
    'feed-walls',
    '^src/feed/',
    ['record', 'access', 'languages', 'errors'],
    'The feed does not know how things are edited or served. Editing belongs in src/editorial, serving in src/delivery.',
  ),
  room(
    'collections-walls',
    '^collections/',
    ['access', 'languages', 'errors'],
    'Collections describe. Side effects (outbox, workflow, pictures) are wrapped around them in src/editorial.',
  ),
  room(
    'editorial-walls',
    '^src/editorial/',
    [
      'access',
      'isolation',
      'errors',
      'languages',
      'record',
      'secrecy',
      'translation',
      'feed',
      'media',
      'zip',
      'audit-log',
      'sealing',
      'collections',
      'config',
      'locales',
    ],
    'The studio does not answer the public. Public answers belong in src/delivery, commands in src/cli.',
  ),
  room(
    'delivery-walls',
    '^src/delivery/',
    ['feed', 'record', 'media', 'audit-log', 'access', 'languages', 'errors', 'config', 'locales', 'zip'],
    'Delivery knows only what the feed carries. What it needs must be released through the feed (src/editorial/release).',
  ),
  room(
    'app-walls',
    '^src/app/',
    ['editorial', 'config', 'locales'],
    'Route files hold no logic. Put it in src/editorial and import it from there.',
  ),
  room(
    'demo-walls',
    '^src/demo/',
    ['media', 'languages', 'errors', 'record'],
    'Demo content is data and drawings. Seeding it through the workflow belongs in src/cli/demo.',
  ),
];

const others = [
  {
    name: 'access-alone',
    severity: 'error',
    comment: 'Access decides from the values it is handed, so it imports nothing at all. Look things up in the caller.',
    from: { path: '^src/access/', pathNot: [tests] },
    to: { pathNot: ['^src/access/'] },
  },
  {
    name: 'config-entry-points-only',
    severity: 'error',
    comment:
      'Only entry points read the configuration. Take the value as a parameter and let the entry point hand it over.',
    from: { path: ours, pathNot: [...entryPoints, '^(test|bench)/', tests] },
    to: { path: '^src/config/' },
  },
  {
    name: 'delivery-reads-only',
    severity: 'error',
    comment:
      'Delivery never writes a feed. Use src/feed/reader.ts, source.ts or verify-feed.ts; writing belongs to the gate.',
    from: { path: '^src/delivery/', pathNot: [tests] },
    to: { path: '^src/feed/writer' },
  },
  {
    name: 'payload-in-the-studio-only',
    severity: 'error',
    comment: 'Payload and Next live in collections/, src/editorial, src/app and src/cli. Elsewhere take plain values.',
    from: { path: ours, pathNot: ['^collections/', '^src/(editorial|app|cli)/', '^(test|bench)/'] },
    to: { path: studioPackages },
  },
  {
    name: 'express-in-delivery-only',
    severity: 'error',
    comment:
      'Only delivery answers over Express. The studio answers through Payload endpoints in src/editorial/endpoints.',
    from: { path: ours, pathNot: ['^src/delivery/', '^(test|bench)/'] },
    to: { path: '(^|/)node_modules/express/' },
  },
  {
    name: 'decoding-apart',
    severity: 'error',
    comment:
      'Pictures of strangers are decoded in processes of their own. Ask media/sandbox/pool.ts; take types with `import type`.',
    from: {
      path: ours,
      pathNot: [...pixelFiles, '^media/sandbox/worker\\.ts$', '^src/demo/drawing/', '^(test|bench)/', tests],
    },
    to: { path: ['(^|/)node_modules/(sharp|libheif-js)/', ...pixelFiles], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'libraries-of-tokens-apart',
    severity: 'error',
    comment: 'Libraries of machine code are called from one file, for tokens. Ask src/sealing/open-key-store.ts.',
    from: { path: ours, pathNot: ['^src/sealing/pkcs11/native\\.ts$', '^(test|bench)/'] },
    to: { path: '(^|/)node_modules/koffi/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'demo-is-not-needed',
    severity: 'error',
    comment: 'Nothing but the demo itself may need the demo. Only src/cli/demo loads it.',
    from: { path: ours, pathNot: ['^src/(demo|cli)/', '^(test|bench)/'] },
    to: { path: '^src/demo/' },
  },
  {
    name: 'cli-is-the-outermost',
    severity: 'error',
    comment: 'Commands stand outside everything. Move what two rooms need into the room that owns it.',
    from: { path: ours, pathNot: ['^src/cli/', '^(test|bench)/'] },
    to: { path: '^src/cli/' },
  },
  {
    name: 'no-tests-in-the-product',
    severity: 'error',
    comment: 'The product does not import its tests. Move what both need into a room.',
    from: { path: '^(src|media|collections)/', pathNot: [tests] },
    to: { path: ['^(test|bench)/', tests] },
  },
  {
    name: 'rooms-by-name',
    severity: 'error',
    comment:
      "Cross-room imports use the room's name (#errors/failure.ts), so that the direction shows. Siblings use ./.",
    from: { path: '^(src/[a-z]+|media|collections)/' },
    to: { path: '^(src/[a-z]+|media|collections)/', pathNot: ['^$1/'], dependencyTypesNot: ['aliased-subpath-import'] },
  },
  {
    name: 'no-circle',
    severity: 'error',
    comment: 'Two files that need each other are one idea or three. Take out what both need.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolved',
    severity: 'error',
    comment: 'This import leads nowhere. Name an existing file with its ending, or install the package.',
    from: {},
    to: { couldNotResolve: true },
  },
];

// biome-ignore lint/style/noDefaultExport: dependency-cruiser reads its rules from the default export
export default {
  forbidden: [...rooms, ...others],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^\\.next/', '(^|/)importMap\\.js$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
