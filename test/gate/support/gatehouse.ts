import type { KeyObject } from 'node:crypto';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { decodersOf } from '#editorial/decoders.ts';
import { type OpenGate, openGateAt } from '#editorial/gate/open-gate.ts';
import type { OnStep } from '#editorial/gate/steps.ts';
import { newSigningKey, publicHalf } from '#feed/keys.ts';
import { origin } from '#feed/position.ts';
import { openFeedReader } from '#feed/reader.ts';
import { openSource } from '#feed/source.ts';
import type { Decoders } from '#media/sandbox/pool.ts';
import type { PublicRecord } from '#record/records.ts';
import type { Studio } from '../../support/studio.ts';

/** A gate with folders of its own, and what it wrote. */
export interface Gatehouse {
  readonly dir: string;
  readonly feedDir: string;
  /** Lines of the gate's log. */
  readonly log: string[];
  /** With another key than that of before, where its key was replaced. */
  open(step?: OnStep, by?: KeyObject): Promise<OpenGate>;
  /** Opens the gate, lets it do everything that there is to do, and closes it. */
  pass(): Promise<void>;
  /** What the feed says is public now, by address: `article/vi/cho`. */
  live(): Promise<Map<string, PublicRecord>>;
  /** Every change that the feed holds: `put article/vi/cho`, `withdraw article`. */
  history(): Promise<string[]>;
  /** How many entries of the feed changed nothing. */
  redundant(): Promise<number>;
  /** All bytes of all files of the feed, one after another; payloads decoded, too. */
  bytes(): Promise<Buffer>;
}

/** Every gate of a studio, one after another, has its pictures decoded by the same processes, which end when they have rested. */
const decodersByStudio = new WeakMap<Studio['values'], Decoders>();
const decodersFor = (values: Studio['values']): Decoders => {
  const decoders = decodersByStudio.get(values) ?? decodersOf(values);
  decodersByStudio.set(values, decoders);
  return decoders;
};

export const openGatehouse = async (studio: Studio, key: KeyObject = newSigningKey()): Promise<Gatehouse> => {
  const folder = await mkdtemp(join(studio.folder, 'gate-'));
  const dir = join(folder, 'gate');
  const feedDir = join(folder, 'feed');
  const log: string[] = [];
  const open = (step?: OnStep, by = key) =>
    openGateAt({
      payload: studio.payload,
      decoders: decodersFor(studio.values),
      dir,
      feedDir,
      key: by,
      rules: { selfPublish: false },
      log: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
      ...(step && { step }),
    });
  const changes = async () => {
    const reader = openFeedReader({ source: openSource(feedDir), trust: [publicHalf(key)] });
    const checkpoint = await reader.checkpoint();
    const all = [];
    for await (const segment of reader.segments(origin, checkpoint)) all.push(...segment.entries);
    return all.map(({ change }) => change);
  };
  return {
    dir,
    feedDir,
    log,
    open,
    pass: async () => {
      await using gate = await open();
      gate.beginReconciliation();
      await gate.settle();
    },
    live: async () => {
      const records = new Map<string, PublicRecord>();
      for (const change of await changes()) {
        if (change.op === 'put') records.set(change.record.id, change.record);
        else records.delete(change.id);
      }
      return new Map([...records.values()].map((record) => [addressOf(record), record]));
    },
    history: async () =>
      (await changes()).map((change) =>
        change.op === 'put' ? `put ${addressOf(change.record)}` : `withdraw ${change.type}`,
      ),
    redundant: async () => {
      const live = new Map<string, string>();
      return (await changes()).filter((change) => {
        const id = change.op === 'put' ? change.record.id : change.id;
        const next = change.op === 'put' ? JSON.stringify(change.record) : '';
        const same = (live.get(id) ?? '') === next;
        live.set(id, next);
        return same;
      }).length;
    },
    bytes: () => bytesOf(feedDir),
  };
};

export const addressOf = ({ type, editions }: PublicRecord): string => {
  const [locale, ofLocale] = editions.vi ? ['vi', editions.vi] : (Object.entries(editions)[0] ?? []);
  return `${type}/${locale}/${ofLocale?.at(-1)?.slug}`;
};

/** What is public, with public ids (which are random) replaced by addresses: equal for equal states of the studio. */
export const comparable = (live: Map<string, PublicRecord>): unknown => {
  const text = JSON.stringify([...live.entries()].sort(([a], [b]) => (a < b ? -1 : 1)));
  const renamed = [...live].reduce((all, [address, { id }]) => all.replaceAll(id, address), text);
  return JSON.parse(renamed);
};

const bytesOf = async (dir: string): Promise<Buffer> => {
  const names = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    names.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name))),
  );
  const decoded = files.flatMap((file) => {
    const payload = /"payload":\s*"([^"]+)"/.exec(file.toString('utf8'))?.[1];
    return payload ? [Buffer.from(payload, 'base64')] : [];
  });
  return Buffer.concat([...files, ...decoded]);
};
