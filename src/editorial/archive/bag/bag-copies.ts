import { readFile } from 'node:fs/promises';
import type { Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { readSeal, sealOf } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';
import { stagingOf } from '#media/bagit/bag-writer.ts';
import { commandLine } from '../../audit/command-line.ts';
import { type Copy, readCopy } from '../../copies/copies.ts';
import { isCounted } from '../../copies/counted.ts';
import { makeCopy, permissionsOf, permits } from '../../copies/make-copy.ts';
import { type ActingPerson, personByAddress } from '../../people/person-by-address.ts';
import { unreadPath } from '../../unread-path.ts';
import { mayTake } from '../../workflow/lowering/marking-for.ts';
import { markingsOf, type StoredMarking } from '../../workflow/marking-store.ts';
import { folderOf, type NumberedCopy, referencesFile } from './format.ts';

export interface CopyOrder {
  readonly payload: Payload;
  /** Address of the person whose permissions are used; null: nobody’s. */
  readonly as: string | null;
  /** Folder of the bag: where its copies are, as the register has it. */
  readonly out: string;
}

/** Numbered copies of what is counted, as one bag has them. */
export interface BagCopies {
  /** Those of some documents that may not come in, as no permission of the person stands for them. */
  lacking(markings: Iterable<StoredMarking>): Promise<StoredMarking[]>;
  /**
   * The copy of a document, entered in the register before anything of it is written; what an earlier run of the same bag entered is
   * used again.
   * @returns null where it is marked otherwise by now
   * @throws Failure `bag-needs-permissions` where the permission is gone meanwhile; `user-unknown`
   */
  of(marking: StoredMarking): Promise<Copy | null>;
  /** All that were asked for. */
  readonly made: ReadonlyMap<string, Copy>;
}

/** Most ids that a refusal names. */
const named = 10;

/** @throws Failure `bag-needs-permissions` for whatever lacks one */
export const refuseLacking = (lacking: readonly StoredMarking[], cause?: Failure): void => {
  if (lacking.length === 0) return;
  const ids = lacking.slice(0, named).map(({ subjectId }) => subjectId);
  const more = lacking.length > named ? ' …' : '';
  throw new Failure('bag-needs-permissions', { pictures: lacking.length, ids: `${ids.join(', ')}${more}` }, { cause });
};

const numbered = z.looseObject({ id: z.string(), copy: z.looseObject({ number: z.number().int().min(1) }) });
const albums = z.looseObject({ albums: z.array(z.unknown()) });

const readLeft = async (out: string, path: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(unreadPath(stagingOf(out), path), 'utf8'));
  } catch {
    // Nothing, or nothing whole, was left by an earlier run
    return null;
  }
};

/** The number under which an earlier run of a bag has written a document, as its record says. */
const numberLeft = async (out: string, { subjectType, subjectId }: StoredMarking): Promise<number | null> => {
  const records =
    subjectType === 'albums'
      ? (albums.safeParse(await readLeft(out, referencesFile)).data?.albums ?? [])
      : [await readLeft(out, `${folderOf(subjectId)}/record.json`)];
  const found = records.map((one) => numbered.safeParse(one).data).find((one) => one?.id === subjectId);
  return found?.copy.number ?? null;
};

/** The line of it, where that fits in everything: nobody has moved the copy, and neither marking nor person is another. */
const copyLeft = async (out: string, { req, viewer }: ActingPerson, marking: StoredMarking): Promise<Copy | null> => {
  if (!mayTake(viewer, 'ask-copy', marking)) return null;
  const number = await numberLeft(out, marking);
  const copy = number === null ? null : await readCopy(req, number);
  const { subjectType, subjectId } = marking;
  const line = {
    subjectType,
    subjectId,
    form: 'bag',
    place: out,
    state: 'out',
    seal: sealOf(marking),
    madeBy: viewer.id,
  };
  const fits = copy !== null && Object.entries(line).every(([name, value]) => copy[name as keyof Copy] === value);
  return fits ? copy : null;
};

const isMarkedSo = async (req: PayloadRequest, marking: StoredMarking): Promise<boolean> => {
  const now = (await markingsOf(req, marking.subjectType, [marking.subjectId])).get(marking.subjectId);
  return now !== undefined && sealOf(now) === sealOf(marking);
};

const enter = async (out: string, person: ActingPerson, marking: StoredMarking): Promise<Copy | null> => {
  const { req, viewer } = person;
  const left = await copyLeft(out, person, marking);
  if (left) return left;
  const where: Where = { marking: { equals: marking.id } };
  const permission = (await permissionsOf(req, viewer, where)).find((one) => permits(one, viewer, marking));
  try {
    if (!permission) throw new Failure('copy-not-granted');
    const leaving = { form: 'bag', place: out, who: commandLine() } as const;
    const copy = await makeCopy(req, viewer, { marking, permission }, leaving);
    return copy.seal === sealOf(marking) ? copy : null;
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    if (await isMarkedSo(req, marking)) refuseLacking([marking], cause);
    return null;
  }
};

/** What a record says of the copy that it belongs to. */
export const numberedOf = ({ number, nth, total, seal, term, madeAt, recipient }: Copy): NumberedCopy => {
  const { level, compartments } = readSeal(seal) ?? { level: 'unreviewed' as const, compartments: [] };
  return { ...{ number, nth, total, level, compartments: [...compartments] }, ...{ term, madeAt, recipient } };
};

/**
 * Opens what numbers copies for a bag. The person is read anew for every copy: whoever is shut out or cleared for less meanwhile makes no
 * further one. The order is that of every copy: line of the log, use of the permission, line of the register, and then the bytes. It
 * rests on no transaction.
 */
export const openBagCopies = ({ payload, as, out }: CopyOrder): BagCopies => {
  const made = new Map<string, Copy>();
  return {
    made,
    lacking: async (markings) => {
      const counted = [...markings].filter(isCounted);
      if (counted.length === 0 || as === null) return counted;
      const person = await personByAddress(payload, as);
      const open = await permissionsOf(person.req, person.viewer);
      const byMarking = Map.groupBy(open, ({ marking }) => marking);
      const lacking: StoredMarking[] = [];
      for (const marking of counted) {
        const isPermitted = byMarking.get(marking.id)?.some((one) => permits(one, person.viewer, marking)) ?? false;
        if (!isPermitted && !(await copyLeft(out, person, marking))) lacking.push(marking);
      }
      return lacking;
    },
    of: async (marking) => {
      const name = `${marking.subjectType}/${marking.subjectId}`;
      const known = made.get(name);
      if (known) return known.seal === sealOf(marking) ? known : null;
      if (as === null) throw new Failure('bag-needs-permissions', { pictures: 1, ids: marking.subjectId });
      const copy = await enter(out, await personByAddress(payload, as), marking);
      if (copy) made.set(name, copy);
      return copy;
    },
  };
};
