import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createLocalReq } from 'payload';
import { type Clearance, stateSecrets } from '#access/level.ts';
import type { Config } from '#config/config.ts';
import { type Filled, fillBag } from '#editorial/archive/bag/fill-bag.ts';
import type { Filling } from '#editorial/archive/bag/put-picture.ts';
import { agenciesIn, type Condition, nameOfAgency, whereOf } from '#editorial/archive/bag/selection.ts';
import { referencesBySlug } from '#editorial/archive/references-by-slug.ts';
import { atRestOf } from '#editorial/at-rest/at-rest-of.ts';
import { tryLease } from '#editorial/gate/lease.ts';
import { openLedger } from '#editorial/gate/ledger.ts';
import { personByAddress } from '#editorial/people/person-by-address.ts';
import { Failure } from '#errors/failure.ts';
import { openStudio } from '../open-studio.ts';

export interface BagCommand {
  readonly config: Config;
  /** As it was typed, and what it means. */
  readonly selection: string;
  readonly conditions: readonly Condition[];
  readonly out: string;
  readonly upTo: Clearance;
  readonly compartments: readonly string[];
  /** Address of the person whose permissions to copy are used for what is counted; null: nobody’s. */
  readonly as: string | null;
  /** Left out: the agencies that are asked for, else this installation. */
  readonly organization: string | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Filling & { readonly milliseconds: number }) => void;
}

/** What became of a bag; null where it was stopped before its end. */
export interface BagReport {
  readonly out: string;
  readonly filled: Filled | null;
}

/** What this installation may not hold it cannot hand out either, and whoever asks has mistaken the machine. */
const checkMarking = ({ config, upTo, compartments }: BagCommand): void => {
  if (config.profile === 'connected' && stateSecrets.includes(upTo))
    throw new Failure('level-not-allowed', { level: upTo });
  if (compartments.some((name) => !config.compartments.includes(name)))
    throw new Failure('field-invalid', { field: 'compartments' });
};

const refuseNowhere = async (out: string): Promise<void> => {
  const parent = dirname(out);
  const found = await stat(parent).catch(() => null);
  if (!found?.isDirectory()) throw new Failure('source-missing', { path: parent });
};

/**
 * Writes a bag (BagIt 1.0) beside its place, and puts it there when it is whole. Stopped or killed, the same call goes on
 * with what it has written, once that has been hashed again.
 * @throws Failure `selection-empty`, `slug-unknown`, `bag-exists`, `bag-running`, `bag-needs-permissions`, `source-missing`,
 *   `level-not-allowed`, `field-invalid`, `user-unknown`
 */
export const bagAll = async (command: BagCommand): Promise<BagReport> => {
  const { config, selection, conditions, upTo, compartments, as, signal } = command;
  checkMarking(command);
  const out = resolve(command.out);
  await refuseNowhere(out);
  await using studio = await openStudio(config);
  const { payload } = studio;
  if (as !== null) await personByAddress(payload, as);
  const references = referencesBySlug(payload);
  const where = await whereOf(conditions, references);
  using lease = tryLease(join(config.mastersDir, 'bag'));
  if (!lease) throw new Failure('bag-running');
  // Another machine may have the gate
  using ledger = existsSync(join(config.gateDir, 'ledger.db')) ? openLedger(config.gateDir) : null;
  const agencies = await Promise.all(agenciesIn(conditions).map((slug) => nameOfAgency(payload, references, slug)));
  const began = performance.now();
  try {
    const filled = await fillBag({
      ...{ req: await createLocalReq({}, payload), out, as, where, signal },
      ...{ mastersDir: config.mastersDir, mastersMirror: config.mastersMirror, atRest: atRestOf(config) },
      upTo: { level: upTo, compartments },
      selection,
      ...(ledger && { derivedOf: (sha256: string) => ledger.derivations.of(sha256) }),
      organization: command.organization ?? (agencies.join(', ') || config.publicUrl),
      onProgress: (done) => command.onProgress({ ...done, milliseconds: performance.now() - began }),
    });
    return { out, filled };
  } catch (cause) {
    if (!signal.aborted) throw cause;
    return { out, filled: null };
  }
};
