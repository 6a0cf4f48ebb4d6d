import { type Fault, fault } from './fault.ts';

const questions = 'test/security/questions-tell-nothing.int.test.ts';
const hidden = 'test/security/nothing-tells-of-the-hidden.int.test.ts';
const attacker = 'test/security/an-attacker-tries.int.test.ts';
const badInput = 'test/collections/bad-input.int.test.ts';
const paths = 'src/editorial/input/check-paths.ts';
const rules = 'src/editorial/input/with-input-rules.ts';
const query = 'src/editorial/input/check-query.ts';

/** Faults in how the studio looks at what it is asked. */
export const ofQuestions: readonly Fault[] = [
  fault('conditions-by-any-field', 1, questions, rules, 'checkWherePaths(ground, where);', ''),
  fault(
    'conditions-within-texts',
    [1, 11],
    questions,
    paths,
    "const untold = new Set(['richText', 'json', 'code', 'blocks', 'join']);",
    'const untold = new Set<string>();',
  ),
  fault('order-by-any-field', 2, questions, rules, 'checkSortPaths(ground, sort);', ''),
  fault('order-by-another-document', 2, attacker, paths, 'if (leaps) throw invalid(path);', ''),
  fault(
    'old-versions-name-what-is-hidden',
    [3, 1],
    attacker,
    paths,
    "(passed[0]?.name === 'version' && namesHidden(found.field))",
    'false',
  ),
  fault(
    'a-join',
    4,
    questions,
    'collections/topics.ts',
    'randomId(),',
    "randomId(), { name: 'events', type: 'join', collection: 'events', on: 'topics' },",
  ),
  fault(
    'a-name-that-nobody-knows',
    39,
    'test/bad-input/the-studio-refuses.int.test.ts',
    'src/editorial/input/check-parameters.ts',
    "throw new Failure('parameter-unknown', { parameter });",
    'continue;',
  ),
  fault(
    'a-name-that-delivery-does-not-know',
    [39, 40],
    'test/delivery/nonsense-is-refused.int.test.ts',
    'src/delivery/http/query.ts',
    "if (!Object.hasOwn(schema.shape, name)) faults.push({ parameter: printable(name), code: 'parameter-unknown' }); else if",
    'if',
  ),
  fault('operators-within-values', 65, questions, query, 'if (!isScalar(one)) throw invalid(path);', ''),
  fault(
    'fields-that-nobody-knows',
    10,
    badInput,
    'src/editorial/input/check-fields.ts',
    "throw new Failure('field-unknown', { field: path.slice(0, 60) });",
    'continue;',
  ),
  fault(
    'a-marking-written-with-its-document',
    10,
    questions,
    'src/editorial/input/with-input-rules.ts',
    'checkFields(collection.flattenedFields, data);',
    "if (typeof data['marking.level'] === 'string') return req.payload.db.updateMany({ collection: 'markings', where: {}, data: { level: 'public' } }).then(() => args);",
  ),
  fault(
    'totals-of-what-is-hidden',
    [46, 1],
    attacker,
    'collections/access-filter.ts',
    'conditions.push({ [seal]: { in: [...covered, always] } });',
    "if (!req.pathname?.endsWith('/count')) conditions.push({ [seal]: { in: [...covered, always] } });",
  ),
  fault(
    'a-clearance-that-covers-everything',
    [31, 46],
    hidden,
    'collections/access-filter.ts',
    'levels.includes(marking.level) && marking.compartments.every((name) => compartments.includes(name)),',
    'levels.length > 0 && compartments.length >= 0,',
  ),
];
