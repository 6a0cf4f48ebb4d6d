import type { KeyObject } from 'node:crypto';
import type { PublicLocale } from '#languages/locales.ts';
import type { DecoderBounds } from '#media/sandbox/decoder-bounds.ts';

/** Everything that a delivery node is told. It gets no address, key or secret of the studio. */
export interface DeliveryValues {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Address of this API as the world sees it, without a slash at the end. */
  readonly publicUrl: string;
  /** Folder, `file:` or http(s) address. */
  readonly feedUrl: string;
  /** Bearer token for a feed over http(s), and for the own shared feed. */
  readonly feedToken?: string | undefined;
  /** Milliseconds after which a gate that has signed nothing is silent; usually two minutes, for it signs every half. */
  readonly silence?: number;
  /** Keys that the feed may be signed with. */
  readonly trust: readonly KeyObject[];
  /** File that names them, looked at as long as the node runs; unset: they stay what they are. */
  readonly trustFile?: string | undefined;
  /** How many of them must have signed where the feed stands; 1 where nothing is said. */
  readonly signatures?: number | undefined;
  /** Folder of the node's own store. */
  readonly dir: string;
  /** Public locales, best first. */
  readonly fallback: readonly PublicLocale[];
  /** Number of reverse proxies in front. */
  readonly trustProxy: number;
  /** Of the processes that cut tiles, where they are not as usual. */
  readonly cutters?: Partial<DecoderBounds> | undefined;
  /** Bytes of tiles that are kept on disk; 0: none. */
  readonly tileCache: number;
  readonly logLevel: string;
  /** Port on which the feed folder is handed out to other nodes; unset: it is not. */
  readonly sharePort?: number | undefined;
}

/** Milliseconds between two looks at the feed. */
export const pollEvery = (feedUrl: string): number => (/^https?:/i.test(feedUrl) ? 200 : 75);
