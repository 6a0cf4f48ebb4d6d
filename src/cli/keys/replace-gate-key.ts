import { createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '#config/config.ts';
import { tryLease } from '#editorial/gate/lease.ts';
import { openLedger } from '#editorial/gate/ledger.ts';
import { Failure } from '#errors/failure.ts';
import { resignEnvelope } from '#feed/dsse.ts';
import { syncFolder } from '#feed/durable.ts';
import { blamingFolder } from '#feed/folder-fault.ts';
import { keyId, loadSigningKey, loadTrust, newSigningKey, publicHalf, saveKey } from '#feed/keys.ts';
import { underCheckpoint } from '#feed/medium/carry-files.ts';
import { appendLine } from '#feed/medium/journal.ts';
import { resignFolder } from '#feed/resign-folder.ts';
import type { Checkpoint } from '#feed/schemas.ts';
import { openSource } from '#feed/source.ts';
import { verifyFeed } from '#feed/verify-feed.ts';
import { resignDestructions } from '#sealing/destroy-key.ts';
import { keepCountersigned, readCountersigned } from '../medium/countersigned.ts';
import { saveTrust } from './trust-file.ts';

export interface Replaced {
  readonly from: string;
  readonly to: string;
  readonly feed: string;
  /** Where the feed stands: nothing of it has changed but its signatures. */
  readonly sequence: number;
  readonly files: number;
  /** Public half of the key that counts no longer, for auditors. */
  readonly revoked: string;
}

/** The key that is to come. A run that was stopped has left it. */
const nextKey = (file: string): Promise<KeyObject> =>
  blamingFolder(dirname(file), async () => {
    if (!existsSync(file)) await saveKey(file, newSigningKey());
    return loadSigningKey(file);
  });

/**
 * What the gate itself has released, by its own ledger: whoever stole the key may have written into the feed, and a new
 * signature must not make that true.
 */
function checkLedger(gateDir: string) {
  return ({ feed, segment, head }: Checkpoint): void => {
    using ledger = openLedger(gateDir);
    const known = ledger.position();
    if (segment === 0) return;
    if (known.feed !== feed || known.segment !== segment || known.head !== head)
      throw new Failure('key-feed-strange', { known: known.segment, segment });
  };
}

interface Resigning {
  readonly from: KeyObject;
  readonly to: KeyObject;
  readonly trust: readonly KeyObject[];
}

/**
 * What an officer has signed keeps that signature, and gets the new gate’s beside it, where it is a place of this feed still.
 * Anything else stays as it is: the next officer signs anew.
 */
async function resignCountersigned(mediumDir: string, feedDir: string, keys: Resigning): Promise<void> {
  const file = await readCountersigned(mediumDir);
  if (file === null) return;
  const source = underCheckpoint(openSource(feedDir), file);
  const { trust } = keys;
  const { fault } = await verifyFeed({ source, trust, signatures: 2, isHere: async () => true });
  if (fault === null) await keepCountersigned(mediumDir, resignEnvelope(file, keys));
}

/** The public half stays for auditors: delivery nodes have kept what the old key had signed of the audit log. */
async function keepRevoked(signingKeyFile: string, key: KeyObject): Promise<string> {
  const file = `${signingKeyFile}.revoked-${keyId(key).slice(0, 16)}`;
  if (!existsSync(file)) await saveKey(file, key, 0o644);
  return file;
}

/**
 * Gives the gate a new key and revokes the old one: everything that the old one has signed and that still counts is signed by
 * the new one, and the old one is gone from this machine. Officers’ signatures stay. Stopped at any moment, it goes on at the next run.
 *
 * @throws Failure `already-running` while a gate is at work, `key-feed-strange`, `feed-…`, `data-unwritable`, `key-missing`
 */
export async function replaceGateKey(config: Config, feedDir: string): Promise<Replaced> {
  const { gateDir, signingKeyFile, trustFile, mediumDir, sealingKeysDir } = config;
  using lease = tryLease(gateDir);
  if (lease === null) throw new Failure('already-running', { folder: gateDir });
  const old = await loadSigningKey(signingKeyFile);
  const trusted = await loadTrust(trustFile);
  const beside = `${signingKeyFile}.next`;
  const [from, to] = [createPublicKey(old), await nextKey(beside)];
  const trust = trusted.filter((key) => keyId(key) !== keyId(from));
  const { checkpoint, files } = await resignFolder({ root: feedDir, from, to, trust, check: checkLedger(gateDir) });
  const all = [...trust, from, publicHalf(to)];
  await resignCountersigned(mediumDir, feedDir, { from, to, trust: all });
  await resignDestructions(sealingKeysDir, to, all);
  const revoked = await keepRevoked(signingKeyFile, from);
  const [before, after] = [keyId(from), keyId(to)];
  const { feed } = checkpoint;
  await appendLine(mediumDir, { act: 'resigned', at: new Date().toISOString(), feed, from: before, to: after });
  await saveTrust(trustFile, [publicHalf(to), ...trust]);
  await rename(beside, signingKeyFile);
  await syncFolder(dirname(signingKeyFile));
  return { from: before, to: after, feed, sequence: checkpoint.seq, files, revoked };
}
