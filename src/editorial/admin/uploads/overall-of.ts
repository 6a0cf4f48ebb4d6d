import type { Snapshot } from './queue.ts';

/** How far a batch is. */
export interface Standing {
  /** Files of which it is known what became of them. */
  readonly over: number;
  /** Files that go on when the person says so, and not before. */
  readonly failed: number;
  /** Bytes of all files, and those that have been sent. */
  readonly size: number;
  readonly sent: number;
  readonly isOver: boolean;
  /** Seconds that the rest takes as things go; null where that is not known, or nothing is left. */
  readonly seconds: number | null;
}

export const overallOf = ({ items, rate }: Pick<Snapshot, 'items' | 'rate'>): Standing => {
  let [over, failed, size, sent] = [0, 0, 0, 0];
  for (const item of items) {
    if (item.state === 'done' || item.state === 'refused') over += 1;
    if (item.state === 'failed') failed += 1;
    size += item.size;
    sent += item.sent;
  }
  const isOver = over === items.length;
  return { over, failed, size, sent, isOver, seconds: isOver || rate <= 0 ? null : (size - sent) / rate };
};
