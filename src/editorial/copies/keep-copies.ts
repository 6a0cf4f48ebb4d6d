import type { PayloadRequest } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import type { AuditedAction } from '#collections/audit.ts';
import { Failure } from '#errors/failure.ts';
import { nameOf } from '../archive/deletion/picture-for.ts';
import { writeAudit } from '../audit/audit-line.ts';
import { inTransaction } from '../workflow/transaction.ts';
import { type Copy, changeCopy } from './copies.ts';
import { copyFor } from './copy-for.ts';
import { holderFor } from './holders.ts';

type Change = Readonly<Record<string, string | null>>;

interface Step {
  readonly action: AuditedAction;
  readonly part: 'keeper' | 'holder';
  readonly from: readonly Copy['state'][];
}

/** What lines of the log say of a copy: which one, and to whom it is handed on. */
const aboutCopy = ({ number }: Copy, { holder }: Change): string =>
  holder ? `copy=${number} holder=${holder}` : `copy=${number}`;

/** One act upon a line: the audit log first, then the line, if it still is as the person saw it. */
const step = (
  req: PayloadRequest,
  viewer: Viewer,
  number: number,
  { action, part, from }: Step,
  change: (copy: Copy) => Change | Promise<Change>,
): Promise<void> =>
  inTransaction(req, async () => {
    const copy = await copyFor(req, viewer, number, part);
    if (!from.includes(copy.state)) throw new Failure('copy-moved-on');
    const data = await change(copy);
    const about = aboutCopy(copy, data);
    await writeAudit(req, { action, collection: copy.subjectType, documentId: copy.subjectId, about });
    if (!(await changeCopy(req, copy, data))) throw new Failure('copy-moved-on');
  });

const by = (req: PayloadRequest, viewer: Viewer, name: string): Change => ({
  [`${name}By`]: viewer.id,
  [`${name}Name`]: nameOf(req),
  [`${name}At`]: new Date().toISOString(),
});

const none = (name: string): Change => ({ [`${name}By`]: null, [`${name}Name`]: null, [`${name}At`]: null });

/**
 * Says where a copy is, and who of the studio answers for it from now on: whoever holds it, or an officer.
 * @throws Failure `not-found`, `forbidden`, `copy-moved-on`, `field-invalid` for a holder who is not cleared for it
 */
export const moveCopy = (
  req: PayloadRequest,
  viewer: Viewer,
  number: number,
  { place, holder }: { readonly place: string; readonly holder?: string | null | undefined },
): Promise<void> => {
  const asked: Step = { action: 'move-copy', part: 'holder', from: ['out', 'returned'] };
  return step(req, viewer, number, asked, async (copy) => {
    if (!holder || holder === copy.holder) return { place };
    const { id, name } = await holderFor(req, copy, holder);
    return { holder: id, holderName: name, place, state: 'out', ...none('returned') };
  });
};

/** An officer has it back. @throws Failure `not-found`, `forbidden`, `copy-moved-on` */
export const returnCopy = (req: PayloadRequest, viewer: Viewer, number: number, place: string): Promise<void> =>
  step(req, viewer, number, { action: 'return-copy', part: 'keeper', from: ['out'] }, () => ({
    ...{ state: 'returned', holder: null, holderName: null, place },
    ...by(req, viewer, 'returned'),
  }));

/** The first of two people says that it is destroyed, and how. @throws Failure `not-found`, `forbidden`, `copy-moved-on` */
export const destroyCopy = (req: PayloadRequest, viewer: Viewer, number: number, how: string): Promise<void> =>
  step(req, viewer, number, { action: 'destroy-copy', part: 'holder', from: ['out', 'returned'] }, () => ({
    ...{ state: 'destroying', destroyedHow: how },
    ...by(req, viewer, 'destroyed'),
  }));

/**
 * The second one, an officer, confirms it.
 * @throws Failure `not-found`, `forbidden`, `copy-moved-on`, `copy-own-report`
 */
export const confirmDestroyed = (req: PayloadRequest, viewer: Viewer, number: number): Promise<void> =>
  step(req, viewer, number, { action: 'confirm-copy', part: 'keeper', from: ['destroying'] }, (copy) => {
    if (copy.destroyedBy === viewer.id) throw new Failure('copy-own-report');
    return { state: 'destroyed', ...by(req, viewer, 'confirmed') };
  });

/** An officer says that it is still there. @throws Failure `not-found`, `forbidden`, `copy-moved-on` */
export const stillThere = (req: PayloadRequest, viewer: Viewer, number: number): Promise<void> =>
  step(req, viewer, number, { action: 'keep-copy', part: 'keeper', from: ['destroying'] }, (copy) => ({
    ...{ state: copy.returnedAt ? 'returned' : 'out', destroyedHow: null },
    ...none('destroyed'),
  }));
