import type { KeyObject } from 'node:crypto';
import { resolve } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { countersign } from '#feed/countersign.ts';
import { keyId, loadSigningKey, loadTrust } from '#feed/keys.ts';
import { openPayload } from '#feed/payload.ts';
import { origin, type Position, positionAt } from '#feed/position.ts';
import type { Entry } from '#feed/schemas.ts';
import { openSource } from '#feed/source.ts';
import type { Command } from '../command.ts';
import { readFeedToken } from '../delivery-values.ts';
import { keepCountersigned, readCountersigned } from '../medium/countersigned.ts';
import { usage } from '../usage.ts';

/** An officer signs where the feed stands, beside the gate, so that it may leave. */
export const feedSign: Command = {
  args: [],
  options: { key: { type: 'string' } },
  run: async ({ options }, { config, t }) => {
    if (typeof options.key !== 'string') throw usage('--key', 'feed sign');
    const { feedUrl, feedTokenFile, trustFile, mediumDir } = config();
    const [key, trust] = [await loadSigningKey(resolve(options.key)), await loadTrust(trustFile)];
    const source = openSource(feedUrl, { token: await readFeedToken(feedTokenFile) });
    const before = await readCountersigned(mediumDir);
    const after = before === null ? origin : placeOf(before, trust);
    const { file, checkpoint, entries } = await countersign({ source, trust, key, after });
    const kept = await keepCountersigned(mediumDir, file);
    const released = entries.map(toldOf);
    return {
      data: { key: keyId(key), feed: checkpoint.feed, from: after.seq, sequence: checkpoint.seq, released, kept },
      lines: [
        ...released.map(({ seq, op, type, id }) => `#${seq} ${op} ${type} ${id}`),
        t('cli:medium.signed', { key: keyId(key).slice(0, 16), before: after.seq, sequence: checkpoint.seq }),
      ],
    };
  },
};

/** The place that was signed before; the beginning where every key that signed there is revoked. */
function placeOf(before: Uint8Array, trust: readonly KeyObject[]): Position {
  try {
    const { value } = openPayload('checkpoint', before, trust);
    return positionAt(value, value);
  } catch (cause) {
    if (cause instanceof Failure && cause.code === 'feed-signature-bad') return origin;
    throw cause;
  }
}

/** What an entry releases or takes back: never its words, for they are public only when it has arrived. */
function toldOf({ seq, change }: Entry) {
  const { type, id } = change.op === 'put' ? change.record : change;
  return { seq, op: change.op, type, id };
}
