import { type Fault, fault } from './fault.ts';

const sealed = 'test/archive/masters-are-sealed.int.test.ts';

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
    "doc.subjectType === 'images' && doc.level !== previousDoc?.level",
    "doc.subjectType === 'images' && doc.level === previousDoc?.level",
  ),
  fault(
    'a-master-in-another-place',
    56,
    sealed,
    'src/sealing/name-of-file.ts',
    "id: basename(name).replace(/\\.sealed$/, ''),",
    "id: 'any',",
  ),
];
