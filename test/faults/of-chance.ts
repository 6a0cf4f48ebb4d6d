import { type Fault, fault } from './fault.ts';

const lives = 'test/security/random-lives.int.test.ts';
const doors = 'test/security/doors-by-person.int.test.ts';

/** Faults that chance, or a table of everything, has to notice. */
export const ofChance: readonly Fault[] = [
  fault(
    'texts-stay-below-their-picture',
    [50, 51],
    lives,
    'src/editorial/workflow/raise-marking.ts',
    "marking.subjectType === 'images' ? await",
    "marking.subjectType === ('none' as never) ? await",
  ),
  fault(
    'a-raise-without-a-line',
    52,
    lives,
    'src/editorial/audit/audit-line.ts',
    'writeLine(req.payload, await lineOf(req, act, null, new Date()), req);',
    "act.action === 'raise' ? undefined : writeLine(req.payload, await lineOf(req, act, null, new Date()), req);",
  ),
  fault(
    'versions-that-are-counted',
    [46, 54],
    lives,
    'collections/access-filter.ts',
    "readVersions: ruleFor(kind, 'readVersions'),",
    'readVersions: ruled(({ req }: { req: PayloadRequest }) => Boolean(req.user)),',
  ),
  fault(
    'what-was-public-is-named-for-ever',
    [50, 51],
    lives,
    'src/editorial/gate/appraise.ts',
    'return id !== null && ledger.live.has(id) ? id : null;',
    'return id;',
  ),
  fault(
    'a-door-for-everybody',
    30,
    doors,
    'src/editorial/endpoints/look-alike-endpoints.ts',
    'mayBring(req); const { state, before, image } = ask(req);',
    'const { state, before, image } = ask(req);',
  ),
];
