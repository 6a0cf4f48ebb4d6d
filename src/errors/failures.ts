/**
 * The closed list of failures: every code that a program of ours can answer with.
 *
 * `status` is the HTTP status, `audience` says who may read the words: `public` (anyone), `studio`
 * (a signed-in person), `operator` (whoever runs the machine). Words for people stand in
 * `locales/<language>/errors.json` under the same code; this room holds none.
 */
export type Audience = 'public' | 'studio' | 'operator';

export interface FailureKind {
  readonly status: number;
  readonly audience: Audience;
}

const kind = (status: number, audience: Audience): FailureKind => ({ status, audience });

export const failures = {
  // What a reader of the public contract may meet
  'not-found': kind(404, 'public'),
  withdrawn: kind(410, 'public'),
  'method-not-allowed': kind(405, 'public'),
  'locale-unknown': kind(404, 'public'),
  'parameter-unknown': kind(400, 'public'),
  'parameter-repeated': kind(400, 'public'),
  'parameter-invalid': kind(400, 'public'),
  'cursor-invalid': kind(400, 'public'),
  'path-malformed': kind(400, 'public'),
  'request-malformed': kind(400, 'public'),
  'request-timeout': kind(408, 'public'),
  'request-too-large': kind(413, 'public'),
  'too-many-requests': kind(429, 'public'),
  'not-ready': kind(503, 'public'),
  'too-busy': kind(503, 'public'),
  unexpected: kind(500, 'public'),

  // What a person in the studio may meet
  'sign-in-required': kind(401, 'studio'),
  'sign-in-failed': kind(401, 'studio'),
  forbidden: kind(403, 'studio'),
  'body-malformed': kind(400, 'studio'),
  'field-unknown': kind(400, 'studio'),
  'field-invalid': kind(400, 'studio'),
  'text-malformed': kind(400, 'studio'),
  'text-too-long': kind(400, 'studio'),
  'revision-conflict': kind(409, 'studio'),
  'revision-required': kind(428, 'studio'),
  'slug-taken': kind(409, 'studio'),
  'slug-fixed': kind(409, 'studio'),
  'publish-own-text': kind(403, 'studio'),
  'publish-language': kind(403, 'studio'),
  'publish-incomplete': kind(422, 'studio'),
  'publish-image-unlicensed': kind(422, 'studio'),
  'publish-reference-hidden': kind(422, 'studio'),
  'time-invalid': kind(422, 'studio'),
  'level-not-allowed': kind(422, 'studio'),
  'level-lowering': kind(403, 'studio'),
  'level-below-content': kind(422, 'studio'),
  'image-unsupported': kind(415, 'studio'),
  'image-damaged': kind(422, 'studio'),
  'image-too-large': kind(413, 'studio'),
  'image-too-many-pixels': kind(422, 'studio'),
  'image-too-many-pages': kind(422, 'studio'),
  'image-too-costly': kind(422, 'studio'),
  'image-not-shown': kind(422, 'studio'),
  'rights-in-use': kind(409, 'studio'),
  'image-exists': kind(409, 'studio'),
  'file-is-link': kind(422, 'studio'),
  'zip-path-unsafe': kind(422, 'studio'),
  'zip-entry-encrypted': kind(422, 'studio'),
  'zip-entry-inflates': kind(422, 'studio'),
  'zip-entry-overlaps': kind(422, 'studio'),
  'zip-entry-damaged': kind(422, 'studio'),
  'zip-entry-method': kind(422, 'studio'),
  'slug-unknown': kind(422, 'studio'),
  'bag-record-malformed': kind(422, 'studio'),
  'bag-master-other': kind(422, 'studio'),
  'bag-id-taken': kind(409, 'studio'),
  'image-release-own': kind(403, 'studio'),
  'image-release-incomplete': kind(422, 'studio'),
  'password-must-change': kind(403, 'studio'),

  // What an operator may meet
  'config-invalid': kind(500, 'operator'),
  'node-too-old': kind(500, 'operator'),
  'port-taken': kind(500, 'operator'),
  'data-unwritable': kind(500, 'operator'),
  'database-empty': kind(500, 'operator'),
  'database-unreachable': kind(500, 'operator'),
  'access-rule-missing': kind(500, 'operator'),
  'secrets-stored': kind(500, 'operator'),
  'already-running': kind(500, 'operator'),
  usage: kind(500, 'operator'),
  'key-missing': kind(500, 'operator'),
  'build-failed': kind(500, 'operator'),
  'service-failed': kind(500, 'operator'),
  'user-exists': kind(500, 'operator'),
  'user-unknown': kind(500, 'operator'),
  'master-damaged': kind(500, 'operator'),
  'masters-absent': kind(500, 'operator'),
  'fixity-record-damaged': kind(500, 'operator'),
  'feed-missing': kind(500, 'operator'),
  'feed-version-unknown': kind(500, 'operator'),
  'feed-signature-bad': kind(500, 'operator'),
  'feed-order-broken': kind(500, 'operator'),
  'feed-chain-broken': kind(500, 'operator'),
  'feed-truncated': kind(500, 'operator'),
  'feed-replayed': kind(500, 'operator'),
  'feed-malformed': kind(500, 'operator'),
  'feed-blob-bad': kind(500, 'operator'),
  'feed-blob-missing': kind(500, 'operator'),
  'feed-other': kind(500, 'operator'),
  'feed-unreachable': kind(500, 'operator'),
  'feed-too-large': kind(500, 'operator'),
  'feed-locked': kind(500, 'operator'),
  'key-invalid': kind(500, 'operator'),
  'share-impossible': kind(500, 'operator'),
  'demo-content-invalid': kind(500, 'operator'),
  'manifest-malformed': kind(500, 'operator'),
  'manifest-column': kind(500, 'operator'),
  'manifest-repeated': kind(500, 'operator'),
  'manifest-stranger': kind(500, 'operator'),
  'source-missing': kind(500, 'operator'),
  'zip-damaged': kind(500, 'operator'),
  'zip-too-many-entries': kind(500, 'operator'),
  'zip-inflates': kind(500, 'operator'),
  'ingest-running': kind(500, 'operator'),
  'selection-unknown': kind(500, 'operator'),
  'selection-empty': kind(500, 'operator'),
  'bag-exists': kind(500, 'operator'),
  'bag-running': kind(500, 'operator'),
  'bag-format-newer': kind(500, 'operator'),
} as const satisfies Record<string, FailureKind>;

export type FailureCode = keyof typeof failures;

export const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(failures, code);
