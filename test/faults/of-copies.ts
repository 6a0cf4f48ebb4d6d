import { type Fault, fault } from './fault.ts';

const copies = 'test/security/copies-are-counted.int.test.ts';

/** Faults in what is copied, and in who permits it. */
export const ofCopies: readonly Fault[] = [
  fault(
    'a-copy-permitted-by-its-asker',
    52,
    copies,
    'src/editorial/copies/make-copy.ts',
    "open?.state === 'granted' && open.decidedBy !== null && open.decidedBy !== open.askedBy;",
    "open?.state === 'granted';",
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
];
