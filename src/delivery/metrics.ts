import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Status } from './views/status.ts';

export interface Metrics {
  readonly registry: Registry;
  count(status: number): void;
}

const gauge = (registry: Registry, name: string, help: string, value: () => number): void => {
  new Gauge({
    name: `benthanh_delivery_${name}`,
    help,
    registers: [registry],
    collect() {
      this.set(value());
    },
  });
};

/** Requests are counted in plain numbers and handed over when somebody asks: a request costs one addition. */
const requests = (registry: Registry): ((status: number) => void) => {
  const counts = new Map<number, number>();
  new Counter({
    name: 'benthanh_delivery_responses_total',
    help: 'Answers by status',
    labelNames: ['status'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [status, count] of counts) this.inc({ status: String(status) }, count);
    },
  });
  return (status) => {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  };
};

/**
 * @param status the state of the node at the moment of asking
 * @param witness why the studio’s audit log is not believed; null: it is
 * @param isTrustSound whether the keys that are trusted can be read
 */
export const createMetrics = (
  status: () => Status,
  witness: () => string | null,
  isTrustSound: () => boolean,
): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  gauge(registry, 'sequence', 'Newest entry of the feed applied', () => status().sequence);
  gauge(
    registry,
    'lag_seconds',
    'Time away from the head of the feed; -1: never there',
    () => status().lagSeconds ?? -1,
  );
  gauge(registry, 'ready', '1 when content is served', () => Number(status().ready));
  gauge(registry, 'fresh', '1 at the head of a live feed', () => Number(status().fresh));
  gauge(registry, 'feed_ok', '0 while the feed is refused', () => Number(status().feed.ok));
  gauge(registry, 'feed_silent', '1 while no statement of the gate has come for too long', () =>
    Number(status().alarm === 'feed-silent'),
  );
  gauge(registry, 'audit_ok', '0 while the audit log is not what this node has seen of it', () =>
    Number(witness() === null),
  );
  gauge(registry, 'trust_ok', '0 while the file of trusted keys cannot be read: those from before count', () =>
    Number(isTrustSound()),
  );
  gauge(
    registry,
    'pending',
    'Entries waiting to be applied and documents waiting to be rendered again',
    () => status().pending,
  );
  return { registry, count: requests(registry) };
};
