/** A MongoDB, or a server that speaks its protocol, that tests may fill and forget. Disposing of it ends what we started. */
export interface MongoServer extends AsyncDisposable {
  /** `mongodb://…`, with any options but without a database name that matters. */
  readonly uri: string;
  /** What the one line about databases calls it. */
  readonly name: string;
  /** Where its files lie, where we know that and may look for words in them. */
  readonly folder?: string;
}

/** A way to a server: the server, or why this way does not lead to one. */
export type Found = MongoServer | { readonly missing: string };
