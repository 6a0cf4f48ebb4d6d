import fc from 'fast-check';

/** One request of somebody who tries everything. `{article}` stands for the id of a document that is there. */
export interface Attempt {
  readonly path: string;
  readonly query: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array;
}

const collections = [
  ...[
    'articles',
    'events',
    'images',
    'markings',
    'topics',
    'places',
    'agencies',
    'users',
    'reviews',
    'audit',
    'outbox',
  ],
  ...['upload-batches', 'upload-fates'],
  ...['payload-preferences', 'payload-kv', 'payload-migrations', 'globals'],
];
const verbs = [
  '',
  '/publish',
  '/unpublish',
  '/review',
  '/raise',
  '/file',
  '/embedded',
  '/languages',
  '/visibility',
  '/duplicate',
];
const ofOurs = [
  ...[
    '/api/desk',
    '/api/images/upload',
    '/api/images/look',
    '/api/images/release',
    '/api/images/uploads',
    '/api/images/uploads/x',
    '/api/images/batches',
    '/api/images/batches/x/csv',
    '/api/users/login',
    '/api/users/me',
    '/api/access',
  ],
  ...[
    '/api/users/refresh-token',
    '/api/users/unlock',
    '/api/users/logout',
    '/api/health',
    '/api/metrics',
    '/api/og',
    '/api',
    '/api/%ff',
  ],
];

const id = fc.oneof(
  fc.constantFrom('{article}', 'versions', 'count', 'x', '%00', '%7B%7D', '..%2f', '%F0%9F'),
  fc.uuid(),
);
const collection = fc.constantFrom(...collections);

const path = fc.oneof(
  collection.map((one) => `/api/${one}`),
  fc.tuple(collection, id, fc.constantFrom(...verbs)).map(([one, of, verb]) => `/api/${one}/${of}${verb}`),
  fc.tuple(collection, id).map(([one, of]) => `/api/${one}/versions/${of}`),
  fc.tuple(collection, id).map(([one, of]) => `/api/preview/${one}/${of}`),
  fc.constantFrom(...ofOurs),
);

const name = fc.constantFrom(
  ...['locale', 'depth', 'limit', 'page', 'sort', 'where', 'select[title]', 'select', 'populate', 'joins', 'draft'],
  ...['where[title][equals]', 'where[title][$ne]', 'where[marking.seal][like]', 'where[or][0][id][in]', 'data'],
  ...['where[version.title][like]', 'where[title][]', 'where[createdAt][less_than]', 'where[id][exists]'],
  ...['width', 'trash', 'colour', 'publishSpecificLocale', 'publishAllLocales', 'unpublishAllLocales', 'src', 'sort[]'],
);
const value = fc.oneof(
  fc.constantFrom('vi', 'all', '0', '-1', '1e9', 'true', '{', '{"a":1}', '[]', "' or 1=1 --", '-updatedAt', 'NaN'),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.toWellFormed()),
);
const query = fc.array(fc.tuple(name, value), { maxLength: 3 }).map((pairs) => new URLSearchParams(pairs).toString());

const word = fc.oneof(
  fc.constantFrom(
    ...['title', 'body', 'locale', 'level', 'ids', 'email', 'password', '$ne', 'a.b', '_status', 'id', 'marking'],
    ...[
      'topics',
      'revision',
      'appearsAt',
      'action',
      'roles',
      'value',
      'cover',
      '__proto__',
      'note',
      'basis',
      'createdAt',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const leaf = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, 'vi', 'published', '2026-02-30', 'request', 'restricted', '{article}'),
  fc.maxSafeInteger(),
);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(word, tie('json'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));
const object = fc.dictionary(word, json, { maxKeys: 5, noNullPrototype: true });

const method = fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'HEAD', 'OPTIONS');

/** JSON objects of every shape, at every address. */
export const attempts = fc.record({ path, query, object, method }).map(
  ({ object: sent, ...rest }): Attempt => ({
    ...rest,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sent),
  }),
);

const types = [
  ...['application/json', 'application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', '*/*'],
  ...['multipart/form-data', 'application/json; charset=utf-16', 'image/jpeg', 'multipart/form-data; boundary='],
];
const raw = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 100 }),
  query,
  fc.constantFrom(
    '--x',
    '--x\r\n\r\n--x--',
    '[]',
    'null',
    '{"a":',
    '"x"',
    '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\n',
  ),
);

/** Bodies of every kind under every name, some of them questions that hide in a body. */
export const rawAttempts = fc
  .record({ path, query, raw, method, type: fc.constantFrom(...types), isQuestion: fc.boolean() })
  .map(
    ({ raw: body, type, isQuestion, ...rest }): Attempt => ({
      ...rest,
      headers: { 'content-type': type, ...(isQuestion && { 'x-payload-http-method-override': 'GET' }) },
      body,
    }),
  );
