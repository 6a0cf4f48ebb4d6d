import { type Fault, fault } from './fault.ts';

const kept = 'test/security/the-log-is-kept-by-law.int.test.ts';
const log = 'src/audit-log/a-log.test.ts';
const held = 'test/security/removals-hold-nothing-up.int.test.ts';

/** Faults by which lines of the audit log are lost, or leave it, and nobody can tell. */
export const ofRetention: readonly Fault[] = [
  fault(
    'a-line-outside-the-chain',
    61,
    log,
    'src/audit-log/verify-log.ts',
    "const follows = 'removed' in read.stored || read.stored.previous === link;",
    "const follows = 'removed' in read.stored || read.stored.previous !== undefined || link === null;",
  ),
  fault(
    'a-checkpoint-that-nobody-signed',
    61,
    'src/feed/attest.test.ts',
    'src/feed/dsse.ts',
    "if (found === 0) throw new Failure('feed-signature-bad');",
    "if (found === 0 && !frame.payloadType.includes('audit')) throw new Failure('feed-signature-bad');",
  ),
  fault(
    'a-removal-that-nobody-signed',
    61,
    kept,
    'src/editorial/gate/audit/removal-record.ts',
    'trust === null ? unproved(file) : proved(file, trust)',
    'trust === null ? unproved(file) : unproved(file)',
  ),
  fault(
    'lines-that-are-gone-without-a-record',
    61,
    kept,
    'src/audit-log/removal-check.ts',
    'if (!seen || !holdsPlace(seen.known.places, n)) return false;',
    'if (!seen || !holdsPlace(seen.known.places, n)) return true;',
  ),
  fault(
    'a-name-in-the-log-that-is-a-formula',
    24,
    kept,
    'src/editorial/gate/audit/line-forms.ts',
    'csv: (entry) => csvRow([entry.n, ...cellsOf(entry)]),',
    "csv: (entry) => [entry.n, ...cellsOf(entry)].join(',').concat('\\r\\n'),",
  ),
  fault(
    'lines-that-one-person-removes',
    52,
    kept,
    'src/editorial/audit/removal/agree-removal.ts',
    "if (open.askedBy === auditing.viewer.id) throw new Failure('removal-own-request');",
    '',
  ),
  fault(
    'a-gate-that-believes-the-database-about-two-people',
    52,
    kept,
    'src/editorial/gate/audit/chosen-removal.ts',
    'return { places, isTold: asked && agreed };',
    'return { places, isTold: asked || agreed };',
  ),
  fault(
    'a-broken-log-that-goes-out-as-a-whole-one',
    61,
    kept,
    'src/editorial/audit/log-page/told-state.ts',
    "const stateOf = (line: number | null): 'sound' | 'broken' => (line === null ? 'sound' : 'broken');",
    "const stateOf = (_line: number | null): 'sound' | 'broken' => 'sound';",
  ),
  fault(
    'lines-that-are-put-back-and-stay',
    61,
    held,
    'src/editorial/gate/audit/remover.ts',
    'if (agreed === null || (agreed.length === 0 && hasLooked)) return null;',
    'if (agreed === null || agreed.length === 0 || hasLooked) return null;',
  ),
  fault(
    'a-record-that-takes-more-along-than-the-log-tells',
    61,
    held,
    'src/editorial/gate/audit/carry-out.ts',
    'return settled.has(number) || entered.get(number) === hash;',
    'return settled.has(number) || entered.has(number) || hash === null;',
  ),
];
