import type { PayloadRequest } from 'payload';
import { type AuditedAction, auditedCollections } from '#collections/audit.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { commandLine } from '../../audit/command-line.ts';
import type { DocumentName } from '../document.ts';
import type { Asker } from './asker.ts';

/** Leaves a line of what goes out of the house and comes back, with the name of the person or of the machine. */
export const noteFor = (
  req: PayloadRequest,
  { viewer }: Asker,
  action: AuditedAction,
  { collection, id }: DocumentName,
): Promise<void> =>
  writeAudit(req, {
    action,
    collection: auditedCollections.find((name) => name === collection) ?? null,
    documentId: id,
    ...(viewer ? {} : { who: commandLine() }),
  });
