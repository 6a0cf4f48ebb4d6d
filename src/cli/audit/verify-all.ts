import { lineFiles } from '#audit-log/paths.ts';
import type { Config } from '#config/config.ts';
import { auditDirOf } from '#editorial/gate/audit/audit-dir.ts';
import { checkByRecords } from '#editorial/gate/audit/check-by-records.ts';
import { type AuditReport, verifyAudit } from '#editorial/gate/audit/verify-audit.ts';
import { Failure } from '#errors/failure.ts';
import { loadTrust } from '#feed/keys.ts';
import { readFeedToken } from '../delivery-values.ts';
import { openStudio } from '../open-studio.ts';
import { type Seen, seenByWitness, seenInFeed } from './witnessed.ts';

export interface Asked {
  readonly config: Config;
  /** Folder of the log; null: that of the gate. */
  readonly log: string | null;
  /** Folders of nodes, and folders or addresses of feeds, besides the feed of the installation. */
  readonly witnesses: readonly string[];
  /** Files with public keys that are revoked by now: they count for what nodes have kept, and for nothing of today. */
  readonly earlier: readonly string[];
  readonly onProgress: (lines: number) => void;
}

export interface Verified {
  readonly folder: string;
  /** Signed checkpoints that the log was held against. */
  readonly checkpoints: number;
  readonly report: AuditReport<Seen>;
}

const allSeen = async ({ config, witnesses, earlier }: Asked): Promise<Seen[]> => {
  const trust = await loadTrust(config.trustFile);
  const options = { token: await readFeedToken(config.feedTokenFile) };
  const seen = await seenInFeed(config.feedUrl, trust, options);
  const known = [...trust, ...(await Promise.all(earlier.map(loadTrust))).flat()];
  for (const witness of witnesses) seen.push(...(await seenByWitness(witness, known, options)));
  return seen;
};

/**
 * Checks the audit log of an installation.
 * @throws Failure `audit-log-missing`, `audit-witness-missing`, `audit-removal-unsound`, `database-unreachable`, `key-missing`, `feed-…`
 */
export async function verifyAll(asked: Asked): Promise<Verified> {
  const { config, log, onProgress } = asked;
  const folder = log ?? auditDirOf(config.gateDir);
  if ((await lineFiles(folder)).length === 0) throw new Failure('audit-log-missing', { folder });
  const known = await allSeen(asked);
  await using studio = await openStudio(config);
  const trust = await loadTrust(config.trustFile);
  const { payload } = studio;
  const { report } = await checkByRecords(folder, trust, (removals) =>
    verifyAudit({ payload, dir: folder, known, removals, onProgress }),
  );
  return { folder, checkpoints: known.length, report };
}
