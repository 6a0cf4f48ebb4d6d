import autocannon from 'autocannon';

export interface Load {
  /** Whole address, e.g. `http://127.0.0.1:4000/v1/en/articles/x`. */
  readonly url: string;
  readonly headers?: Record<string, string>;
  /** Parallel connections. */
  readonly connections: number;
  /** Seconds. */
  readonly seconds: number;
}

export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  /** The next that is counted above 95 of 100. */
  readonly p95: number;
  readonly p99: number;
  readonly failures: number;
}

/** Puts a bounded load on a server of ours on loopback and says how it answered. */
export const load = async ({ url, headers, connections, seconds }: Load): Promise<LoadResult> => {
  const result = await autocannon({ url, headers: headers ?? {}, connections, duration: seconds, pipelining: 1 });
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p95: result.latency.p97_5,
    p99: result.latency.p99,
    failures: result.errors + result.timeouts + result['4xx'] + result['5xx'],
  };
};
