import { type Fault, fault } from './fault.ts';

const seals = 'test/security/seals-are-those-of-markings.int.test.ts';

/** Faults in the seals by which lists are found. */
export const ofSeals: readonly Fault[] = [
  fault(
    'a-page-that-is-held-against-nothing',
    [46, 50],
    seals,
    'src/editorial/database/seals/with-sealed-lists.ts',
    'if (wrong.length === 0) return page;',
    'if (wrong.length >= 0) return page;',
  ),
  fault(
    'a-seal-that-stays-behind',
    [50, 51],
    seals,
    'src/editorial/workflow/with-marking-rules.ts',
    "if (operation === 'update') await sealSubject(req, doc, doc.seal);",
    'void operation;',
  ),
  fault(
    'a-seal-that-comes-after-its-marking',
    50,
    seals,
    'src/editorial/workflow/with-marking-rules.ts',
    'await sealSubject(req, before, sealOf(joinOf([from, next])));',
    'await sealSubject(req, before, sealOf(from)); void joinOf;',
  ),
  fault(
    'a-save-that-looks-at-its-marking-once',
    [46, 50],
    seals,
    'src/editorial/database/seals/with-seals-kept.ts',
    'if (by) await followBehind(adapter, asked.req, collection, by);',
    'void followBehind;',
  ),
  fault(
    'totals-by-seals-that-nobody-has-compared',
    [46, 50],
    seals,
    'src/editorial/database/seals/with-sealed-lists.ts',
    'if (!where || !isMarkedCollection(collection) || areDoubted(db)) return null;',
    'if (!where || !isMarkedCollection(collection)) return null; void areDoubted;',
  ),
  fault(
    'a-seal-that-is-taken-over',
    10,
    seals,
    'src/editorial/database/seals/with-seals-kept.ts',
    'const { seal: _, ...data } = said;',
    'const data = said;',
  ),
];
