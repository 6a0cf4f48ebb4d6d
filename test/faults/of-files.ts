import { type Fault, fault } from './fault.ts';

const files = 'test/security/files-stay-inside.int.test.ts';
const hidden = 'test/security/nothing-tells-of-the-hidden.int.test.ts';
const clean = 'test/media/the-public-gets-a-clean-picture.int.test.ts';
const polyglot = 'test/media/a-polyglot-stays-inside.int.test.ts';
const file = 'src/editorial/endpoints/image-file.ts';

/** Faults in how pictures come in, lie and go out. */
export const ofFiles: readonly Fault[] = [
  fault(
    'files-for-everybody',
    33,
    files,
    'src/editorial/endpoints/image-master.ts',
    'overrideAccess: false,',
    'overrideAccess: true,',
  ),
  fault(
    'a-hidden-file-is-forbidden',
    34,
    [files, hidden],
    'src/editorial/endpoints/image-master.ts',
    "if (!read.success) throw new Failure('not-found');",
    "if (!read.success) throw new Failure((await req.payload.db.count({ collection: 'images', where: { id: { equals: idIn(req) } } })).totalDocs ? 'forbidden' : 'not-found');",
  ),
  fault(
    'a-cache-before-the-rule',
    [42, 33],
    files,
    file,
    'const { sha256, type, filename } = await readMaster(req);',
    "if (req.headers.get('if-none-match')) return new Response(null, { status: 304 }); const { sha256, type, filename } = await readMaster(req);",
  ),
  fault(
    'a-cache-for-everybody',
    42,
    files,
    file,
    "'Cache-Control': 'private, no-cache',",
    "'Cache-Control': 'public, max-age=600',",
  ),
  fault(
    'a-redirect-to-the-store',
    48,
    files,
    file,
    'const width = readWidth(req);',
    "const width = readWidth(req); if (width !== null) return Response.redirect('http://bucket.test/' + sha256, 302);",
  ),
  {
    name: 'everything-that-a-camera-wrote',
    rows: [35],
    tests: [clean],
    edits: [
      {
        file: 'media/pixels/derive.ts',
        find: 'sources.push(...(await encode(pixels, header.hasAlpha, words)));',
        put: "const kept = () => decodeUpright(input).resize({ ...step.size, fit: 'fill' }).keepMetadata(); void pixels; sources.push(...(await encode(kept, header.hasAlpha, words)));",
      },
      {
        file: 'media/pixels/derive.ts',
        find: 'pixels().withXmp(deliveredXmp(words)).withExif(rightsExif(words));',
        put: 'pixels(); void words; void deliveredXmp; void rightsExif;',
      },
    ],
  },
  fault(
    'what-a-png-says-becomes-words',
    35,
    clean,
    'media/pixels/derive.ts',
    'sources.push(...(await encode(pixels, header.hasAlpha, words)));',
    "sources.push(...(await encode(pixels, header.hasAlpha, { ...words, credit: [words.credit, ...(header.comments ?? []).map(({ text }) => text)].join(' ') })));",
  ),
  fault(
    'a-pdf-that-is-a-picture',
    17,
    polyglot,
    'media/formats/sniff.ts',
    "if (latin(head).includes('%PDF-'))",
    'if (false)',
  ),
  fault('a-zip-that-is-a-picture', 17, polyglot, 'media/formats/sniff.ts', 'if (endsAsZip(tail))', 'if (false)'),
  fault(
    'deleted-by-one',
    18,
    'test/archive/a-picture-is-deleted-by-two.int.test.ts',
    'src/editorial/archive/deletion/with-two-steps.ts',
    "if (overrideAccess || hasPart) throw new Failure('deletion-two-steps');",
    '',
  ),
  fault(
    'a-master-that-was-changed',
    18,
    'test/media/a-master-is-kept.int.test.ts',
    'media/intake/master-store.ts',
    "if (!isSealed && hashOf(bytes) !== sha256) throw new Failure('master-damaged', { sha256 });",
    '',
  ),
  fault(
    'decoders-write-files',
    56,
    'test/media/pictures-are-decoded-apart.int.test.ts',
    'media/sandbox/process.ts',
    "'--allow-fs-read=*',",
    "'--allow-fs-read=*', '--allow-fs-write=*',",
  ),
  fault(
    'a-formula-in-a-table',
    24,
    ['src/editorial/words/csv.test.ts', 'test/archive/a-picture-has-a-history.int.test.ts'],
    'src/editorial/csv-cell.ts',
    'formula.test(text) ?',
    'text === null ?',
  ),
  fault(
    'a-formula-in-a-press-kit',
    24,
    'src/delivery/kits/csv.test.ts',
    'src/delivery/kits/csv.ts',
    'const safe = isFormula(value) ?',
    'const safe = value === String(isFormula) ?',
  ),
  fault(
    'old-pictures-begin-public',
    63,
    'test/archive/a-folder-is-taken-in.int.test.ts',
    'src/editorial/archive/ingest.ts',
    'req.context.level = ingest.defaults.level;',
    "req.context.level = 'public';",
  ),
  {
    name: 'old-pictures-come-in-released',
    rows: [63],
    tests: ['test/archive/what-is-taken-in-stays-in.int.test.ts'],
    edits: [
      {
        file: 'src/editorial/archive/ingest.ts',
        find: 'req.context.level = ingest.defaults.level;',
        put: "req.context.level = 'public';",
      },
      {
        file: 'src/editorial/archive/ingest.ts',
        find: 'await ingest.onKept?.(req, id);',
        put: "await ingest.onKept?.(req, id); const [one, two] = (await req.payload.db.find({ collection: 'users', limit: 2, req })).docs as { id: string }[]; await req.payload.db.updateOne({ collection: 'images', id, data: { releasedBy: one?.id, createdBy: two?.id }, req });",
      },
    ],
  },
];
