/** Where the files of a feed come from. Gives bytes and vouches for nothing: the reader verifies. */
export interface FeedSource {
  /** The folder or address, for messages. */
  readonly name: string;
  /**
   * Bytes of one file of the feed, null when there is none.
   *
   * @param path Path inside the feed, e.g. `segments/000001.json`; any other shape is refused.
   * @throws Failure `feed-malformed` for a path no feed has, `feed-too-large`, `feed-unreachable`.
   */
  read(path: string, signal?: AbortSignal): Promise<Uint8Array | null>;
}

export interface SourceOptions {
  /** Bearer token for http(s). */
  readonly token?: string | undefined;
  /** Longest time for one file over http(s), in milliseconds. */
  readonly timeout?: number;
}
