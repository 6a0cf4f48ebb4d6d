import type { Payload } from 'payload';
import { z } from 'zod';
import { type CommittedReader, openCommitted } from '../gate/committed.ts';
import { openGrounds } from '../gate/grounds.ts';
import { openHintPoller } from '../gate/hint-poller.ts';
import { type DocumentRef, keyOf } from '../release/released-collections.ts';
import { casesOf, makeCase, moveCase } from './cases.ts';
import { fileReaderOf } from './file-words.ts';
import { heldOf } from './what-leaves.ts';

/** Follows what is about to be released, as the gate does by itself, and keeps a case for each passage that it holds. */
export interface SecrecyWatch {
  /** Looks at everything that changed since the last time; calls at the same time share one look. */
  follow(): Promise<void>;
}

/** How far back a new process looks: as long as rows of the outbox are kept. */
const backMs = 24 * 60 * 60 * 1000;
const portion = 50;

const custom = z.looseObject({ selfPublish: z.boolean().catch(false) });

/** Brings the cases of some documents to where the documents are. */
export async function bringCases(
  payload: Payload,
  refs: readonly DocumentRef[],
  committed: CommittedReader = openCommitted(payload),
): Promise<void> {
  const rules = { selfPublish: custom.parse(payload.config.custom ?? {}).selfPublish };
  const held = await committed.held(refs);
  const known = Map.groupBy(
    await casesOf(
      { payload },
      refs.map(({ id }) => id),
    ),
    ({ subjectId }) => subjectId,
  );
  for (const ref of refs) {
    const found = held.get(keyOf(ref)) ?? { document: null, marking: null };
    const passages = await heldOf(ref, found, rules, fileReaderOf(payload));
    const now = new Set(passages.map(({ fingerprint }) => fingerprint));
    const before = new Map((known.get(ref.id) ?? []).map((one) => [one.id, one]));
    for (const id of now) {
      const one = before.get(id);
      if (!one) await makeCase(payload, ref, id);
      else if (one.state === 'gone') await moveCase({ payload }, one, { state: 'waiting' });
    }
    // What an officer decided about the very same words is remembered, should they come back
    for (const one of before.values())
      if (one.state === 'waiting' && !now.has(one.id)) await moveCase({ payload }, one, { state: 'gone' });
  }
}

export function openSecrecyWatch(payload: Payload): SecrecyWatch {
  const committed = openCommitted(payload);
  const hints = openHintPoller(committed, new Date(Date.now() - backMs));
  const standing = openGrounds(committed);
  let waiting: readonly DocumentRef[] = [];
  let running: Promise<void> | null = null;
  const add = (refs: readonly DocumentRef[]): void => {
    waiting = [...new Map([...waiting, ...refs].map((ref) => [keyOf(ref), ref])).values()];
  };
  // A hint is told once: whatever fails from here on, the next look goes on with what is left
  const look = async (): Promise<void> => {
    const { documents, grounds } = await hints.poll(new Date());
    standing.add(grounds);
    add(documents);
    while (waiting.length > 0 || standing.isOn()) {
      if (waiting.length === 0) add(await standing.next());
      await bringCases(payload, waiting.slice(0, portion), committed);
      waiting = waiting.slice(portion);
    }
  };
  return {
    follow: () => {
      running ??= look().finally(() => {
        running = null;
      });
      return running;
    },
  };
}

/** Pages and addresses of one studio are bundled apart: they share the watch that is kept beside their Payload. */
const place = Symbol.for('benthanh.secrecy');

export const secrecyWatchOf = (payload: Payload): SecrecyWatch => {
  const holder = globalThis as { [place]?: WeakMap<Payload, SecrecyWatch> };
  holder[place] ??= new WeakMap();
  const watch = holder[place].get(payload) ?? openSecrecyWatch(payload);
  holder[place].set(payload, watch);
  return watch;
};

/** Follows in the background, so that a page that is opened in the morning has little to catch up with. */
export const keepSecrecyWatched = (payload: Payload): void => {
  const follow = () =>
    secrecyWatchOf(payload)
      .follow()
      .catch((err: unknown) => payload.logger.warn({ err }, 'the watch for words of secrecy did not follow'));
  setInterval(follow, 30_000).unref();
  void follow();
};
