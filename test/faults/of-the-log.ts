import { type Fault, fault } from './fault.ts';

const reading = 'test/security/reading-leaves-a-line.int.test.ts';
const remembering = 'src/editorial/translation/memory/ask-memory.ts';
const waiting = 'src/editorial/translation/inbox/inbox-endpoints.ts';
const noting = 'src/editorial/audit/note-reads.ts';

/** Faults by which somebody is shown something and nobody learns of it. */
export const ofTheLog: readonly Fault[] = [
  fault(
    'a-look-that-leaves-no-line',
    43,
    reading,
    noting,
    'if (!user || ids.length === 0) return;',
    'if (user || ids.length === 0) return;',
  ),
  fault(
    'a-line-that-need-not-be-written',
    43,
    reading,
    noting,
    'await writeLine(payload, await lineOf(req, act, null, now, sealOf(marking)), req);',
    'await writeLine(payload, await lineOf(req, act, null, now, sealOf(marking)), req).catch(() => undefined);',
  ),
  fault(
    'a-memory-that-leaves-no-line',
    43,
    reading,
    remembering,
    'unit.document ? [{ ...unit.document, marking: markingOf(unit) }] : []',
    'unit.document ? [{ ...unit.document, marking: null }] : []',
  ),
  fault('an-inbox-that-leaves-no-line', 43, reading, waiting, 'await noteGlimpses(req, namedIn(inbox));', ''),
];
