import { type Fault, fault } from './fault.ts';

const copies = 'test/security/copies-are-counted.int.test.ts';
const bags = 'test/security/bags-use-permissions.int.test.ts';

/** Faults in what is copied, and in who permits it. */
export const ofCopies: readonly Fault[] = [
  fault(
    'a-copy-permitted-by-its-asker',
    52,
    copies,
    'src/editorial/copies/make-copy.ts',
    "open.state === 'granted' && open.decidedBy !== null && open.decidedBy !== open.askedBy;",
    "open.state === 'granted';",
  ),
  fault(
    'a-master-without-a-number',
    33,
    copies,
    'src/editorial/endpoints/image-file.ts',
    "if (width === null) await checkMayLeave(req, 'images', idIn(req));",
    'void checkMayLeave; void idIn;',
  ),
  fault(
    'one-copy-too-many',
    52,
    copies,
    'src/editorial/copies/copy-permissions.ts',
    '{ made: { equals: made } }] };',
    '{ made: { greater_than_equal: 0 } }] };',
  ),
  fault(
    'a-register-for-every-officer',
    46,
    copies,
    'src/editorial/copies/copy-for.ts',
    'if (!sight || !covers(viewer, sight)) return false;',
    'if (!sight) return false;',
  ),
  fault(
    'a-copy-without-a-proof',
    43,
    copies,
    'src/editorial/copies/copy-endpoints.ts',
    'const viewer = whoSteps(req); const sent = await readJson(req, making);',
    'const viewer = signedIn(req); const sent = await readJson(req, making);',
  ),
  fault(
    'a-register-that-leaves-unsaid',
    43,
    copies,
    'src/editorial/copies/register-endpoints.ts',
    "await writeAudit(req, { action: 'export', collection: 'copies', documentId: null });",
    'void writeAudit;',
  ),
  fault(
    'a-number-before-its-line',
    43,
    copies,
    'src/editorial/copies/make-copy.ts',
    "await writeAudit(req, { action: 'copy', collection: subjectType, documentId: subjectId, about, ...(who && { who }) }); const nth = await takeNth(req, permission);",
    "const nth = await takeNth(req, permission); await writeAudit(req, { action: 'copy', collection: subjectType, documentId: subjectId, about, ...(who && { who }) });",
  ),
  fault(
    'a-bag-without-permissions',
    52,
    bags,
    'src/editorial/archive/bag/bag-copies.ts',
    'const counted = [...markings].filter(isCounted);',
    'const counted = [...markings].filter(() => false); void isCounted;',
  ),
  fault(
    'a-bag-without-a-number',
    52,
    bags,
    'src/editorial/archive/bag/put-picture.ts',
    'return isCounted(marking) ? copies.of(marking) : undefined;',
    'void copies; return undefined;',
  ),
  fault(
    'an-export-of-what-is-counted',
    56,
    'test/security/exports-leave-the-counted.int.test.ts',
    'src/editorial/copies/counted.ts',
    "if (marking && isCounted(marking)) throw new Failure('copy-needs-permission');",
    "if (marking && isCounted(marking) && 'id' in marking) throw new Failure('copy-needs-permission');",
  ),
  fault(
    'a-number-that-an-older-database-gives-again',
    52,
    'src/editorial/copies/next-number.test.ts',
    'src/editorial/copies/next-number.ts',
    'Math.max(stored + 1, given + 1, secondsAt(now));',
    'Math.max(stored + 1, given + 1, now.getTime() > 0 ? 0 : secondsAt(now));',
  ),
];
