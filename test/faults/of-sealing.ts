import { type Fault, fault } from './fault.ts';

const sealed = 'test/archive/masters-are-sealed.int.test.ts';
const texts = 'test/archive/texts-are-sealed.int.test.ts';

/** An archive that is sealed, and has something lying beside it that is not. */
export const ofSealing: readonly Fault[] = [
  fault(
    'derived-pictures-in-the-clear',
    56,
    sealed,
    'src/editorial/archive-screen/kept-copies.ts',
    'if (!sealed) return plainCopies;',
    'if (sealed || !sealed) return plainCopies;',
  ),
  fault(
    'large-arrivals-in-the-clear',
    56,
    sealed,
    'media/intake/incoming.ts',
    'await write(arriving, passing?.hide(body) ?? body, passing === undefined);',
    'await write(arriving, body, passing === undefined);',
  ),
  fault(
    'uploads-in-the-clear',
    56,
    sealed,
    'src/editorial/uploads/uploads.ts',
    'const records = uploadRecords(folder, values.atRest);',
    'const records = uploadRecords(folder, undefined);',
  ),
  fault(
    'a-raise-that-keeps-its-key',
    56,
    sealed,
    'src/editorial/workflow/with-marking-rules.ts',
    "operation === 'update' && doc.level !== previousDoc?.level",
    "operation === 'update' && doc.level === previousDoc?.level",
  ),
  fault(
    'a-master-in-another-place',
    56,
    sealed,
    'src/sealing/name-of-file.ts',
    "id: basename(name).replace(/\\.sealed$/, ''),",
    "id: 'any',",
  ),
  fault(
    'a-text-in-the-clear',
    56,
    texts,
    'src/editorial/at-rest/texts/sealed-fields.ts',
    "const written = { ...texts('title', 'summary'),",
    "const written = { ...texts('title'),",
  ),
  fault(
    'what-was-open-left-in-free-pages',
    56,
    texts,
    'src/editorial/database/leave-no-trace.ts',
    "    await read.data.drizzle.run('VACUUM');\n",
    '',
  ),
  fault(
    'versions-in-the-clear',
    56,
    texts,
    'src/editorial/at-rest/texts/with-sealed-texts.ts',
    '    ...versionsOf(around),\n',
    '',
  ),
  fault(
    'a-text-in-another-place',
    56,
    texts,
    'src/sealing/sealed-text.ts',
    "({ ...record, field, version: '1' })",
    "({ ...record, id: 'any', field, version: '1' })",
  ),
  fault(
    'words-asked-of-what-is-sealed',
    56,
    texts,
    'src/editorial/at-rest/texts/asked-of-sealed.ts',
    '!sealed.isExact || !equalities.has(operator)',
    '!sealed.isExact && operator.length === 0',
  ),
  fault(
    'keys-that-are-destroyed-unseen',
    56,
    texts,
    'src/editorial/at-rest/texts/count-texts.ts',
    'key.level === level && key.generation === generation',
    'key.level === level && key.generation > generation',
  ),
];
