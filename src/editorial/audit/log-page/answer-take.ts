import type { PayloadRequest } from 'payload';
import { readJson } from '../../endpoints/read-json.ts';
import { streamed } from '../../endpoints/streamed.ts';
import { writeAudit } from '../audit-line.ts';
import { aboutLines, askedLines, choiceOf } from './asked-lines.ts';
import { type Auditing, stepping } from './auditor-of.ts';
import { enterTake } from './room-for-takes.ts';
import { checkLog, takenLines } from './take-lines.ts';
import type { Taking } from './taking.ts';

const types = { ndjson: 'application/x-ndjson', csv: 'text/csv; charset=utf-8' } as const;

const dated = (now: Date): string => now.toISOString().slice(0, 10);

/** For whoever has left before there was an answer: nobody reads it. */
const nobody = () => new Response(null, { status: 204 });

const goingOut = async (taking: Taking, onClose: () => void): Promise<Response> => {
  const { req, form, choice, seesAll } = taking;
  const log = await checkLog(taking);
  if (!log) {
    onClose();
    return nobody();
  }
  const about = aboutLines(form, choice);
  await writeAudit(req, { action: 'export', collection: 'audit', documentId: null, about });
  const headers = {
    'Cache-Control': 'private, no-store',
    'Content-Type': types[form],
    'Content-Disposition': `attachment; filename="audit-log-${dated(new Date())}.${form}"`,
    // By which the page says how far it is: not for whoever must not know how many there are
    ...(seesAll ? { 'X-Lines': String(log.chosen) } : {}),
  };
  return new Response(streamed(req, takenLines(taking, log), 'an export of the audit log', onClose), { headers });
};

/**
 * `POST /api/audit-log/take`: lines of the log by time, person and kind. The line that says who took which of them is written before
 * the first byte; where it cannot be, nothing goes out.
 *
 * @throws Failure `step-up-required`, `field-invalid`, `audit-export-busy`, `audit-log-away`, `audit-removal-unsound`
 */
export const answerTake = async (req: PayloadRequest, auditing: Auditing): Promise<Response> => {
  const { seesAll, viewer } = stepping(req, auditing);
  const sent = await readJson(req, askedLines);
  const taking: Taking = { req, form: sent.form, choice: choiceOf(sent), seesAll };
  const leave = enterTake(req.payload, viewer.id);
  try {
    return await goingOut(taking, leave);
  } catch (error) {
    leave();
    throw error;
  }
};
