import type { Kind } from './kinds.ts';

/** One variable of the environment. `fallback` may name other variables as `<NAME>`; without it the variable may stay unset. */
export interface Variable {
  readonly kind: Kind;
  readonly fallback?: string;
  /** English words for docs/configuration.md. */
  readonly about: string;
  /** True where the value may carry a password, so that no message repeats it. */
  readonly secret?: boolean;
}

/** Every variable that a program of ours reads. There is no other; an empty value counts as unset. */
export const variables = {
  DATA_DIR: {
    kind: 'path',
    fallback: 'data',
    about: 'Folder for everything that this installation writes. A relative path starts at the project folder.',
  },
  PROFILE: {
    kind: 'profile',
    fallback: 'connected',
    about:
      'What may be stored: `connected` refuses the state-secret levels `mat`, `toi_mat` and `tuyet_mat`; `isolated` is for a machine that is connected to no outside network.',
  },
  HOST: {
    kind: 'host',
    fallback: '127.0.0.1',
    about: 'Address on which studio and delivery listen. `0.0.0.0` opens them to the network.',
  },
  STUDIO_PORT: { kind: 'port', fallback: '3000', about: 'Port of the studio.' },
  DELIVERY_PORT: { kind: 'port', fallback: '4000', about: 'Port of the public API.' },
  STUDIO_URL: {
    kind: 'webAddress',
    fallback: 'http://localhost:<STUDIO_PORT>',
    about: 'Address of the studio as editors type it. Sign-in is refused from any other origin.',
  },
  PUBLIC_URL: {
    kind: 'webAddress',
    fallback: 'http://localhost:<DELIVERY_PORT>',
    about: 'Address of the public API as the world sees it; links in its answers begin with it.',
  },
  DATABASE_URL: {
    kind: 'database',
    fallback: 'file:<DATA_DIR>/studio/studio.db',
    about: 'Database of the studio: `file:…` for the embedded SQLite or `mongodb://…`. Delivery never gets it.',
    secret: true,
  },
  DATABASE_URL_FILE: {
    kind: 'path',
    about:
      'File that holds the value of `DATABASE_URL`, for an address with a password. Not together with `DATABASE_URL`.',
  },
  STUDIO_SECRET_FILE: {
    kind: 'path',
    fallback: '<DATA_DIR>/keys/studio.secret',
    about:
      'File with the secret of the studio: sessions and counted tries to sign in rest on it. Made at the first start; another one ends every session.',
  },
  METRICS_TOKEN_FILE: {
    kind: 'path',
    about: 'File with the bearer token that `/api/metrics` of the studio asks for. Unset: there is no such address.',
  },
  MASTERS_DIR: {
    kind: 'path',
    fallback: '<DATA_DIR>/masters',
    about: 'Folder of the master images, named by their SHA-256. Studio and gate only.',
  },
  MASTERS_MIRROR: {
    kind: 'path',
    about:
      'Folder of a copy of the masters from which damaged and missing ones are mended; nothing is ever written there, and nothing goes but what two people delete. Neither the masters’ folder nor inside it. Unset: nothing is mended.',
  },
  UPLOAD_MAX: {
    kind: 'megabytes',
    fallback: '4096',
    about: 'Megabytes that one upload in the studio may have: in practice a ZIP. A picture by itself may have 200.',
  },
  UPLOADS_PER_PERSON: {
    kind: 'megabytes',
    fallback: '16384',
    about: 'Megabytes of uploads that one person may have begun and not ended. A hundred uploads are the most as well.',
  },
  UPLOADS_TOTAL: {
    kind: 'megabytes',
    fallback: '65536',
    about: 'Megabytes of uploads that all people together may have begun and not ended.',
  },
  UPLOAD_DAYS: {
    kind: 'days',
    fallback: '7',
    about:
      'Days (1 to 365) for which an upload that was interrupted can go on. After that what has arrived is deleted.',
  },
  DELETION_TERM_DAYS: {
    kind: 'term',
    fallback: '30',
    about:
      'Days (7 to 3650) between the question whether a picture be deleted and the answer of a second person. Questions that are asked already keep their term.',
  },
  LEGAL_BASES_FILE: {
    kind: 'path',
    about:
      'JSON file with the laws and rules on which a marking can rest, from when until when, and for how many years; in the form of `src/editorial/legal/usual-bases.json`, which holds where this is unset. Read at the start.',
  },
  RETENTION_FILE: {
    kind: 'path',
    about:
      'JSON file that says for how long lines of the audit log are kept, by kind, and on what ground; in the form of `src/editorial/legal/usual-retention.json`, which holds where this is unset. None can go below the floor of the program. Read at the start of the studio, and by the gate before it removes anything.',
  },
  GATE_DIR: {
    kind: 'path',
    fallback: '<DATA_DIR>/gate',
    about: 'Folder of the ledger in which the gate notes what it released.',
  },
  SIGNING_KEY_FILE: {
    kind: 'path',
    fallback: '<DATA_DIR>/keys/gate.pem',
    about: 'Ed25519 private key (PKCS#8, PEM) with which the gate signs the feed. Gate only.',
  },
  TRUST_FILE: {
    kind: 'path',
    fallback: '<DATA_DIR>/keys/trust.pem',
    about:
      'Public keys (SPKI, PEM, one or more) whose feed delivery trusts. A node that runs notices another file by itself.',
  },
  SEALING_KEYS_DIR: {
    kind: 'path',
    fallback: '<DATA_DIR>/keys/sealing',
    about: 'Folder of the keys of the levels, under which files are sealed; each is locked, and for its owner only.',
  },
  SEALING_UNLOCK_FILE: {
    kind: 'path',
    about:
      'File with the passphrase or the random bytes (at least 20) that unlock the keys of the levels. Keep it on another medium than the keys. Where it is named, masters, the pictures made of them and files on their way are sealed at rest, and what is searched in is held in memory; with PROFILE `isolated` nothing starts without it or a token. Unset: nothing can be sealed or opened but in a token.',
  },
  SEALING_TOKEN: {
    kind: 'tokenLabel',
    about:
      'Label of a PKCS#11 token in which the keys of the levels are made and used, and which they never leave. Seals the archive as SEALING_UNLOCK_FILE does; what was sealed under keys in files opens with that. Unset: keys are files.',
  },
  SEALING_TOKEN_MODULE: {
    kind: 'path',
    about: 'PKCS#11 library of the maker of the token. Asked for where SEALING_TOKEN is set.',
  },
  SEALING_TOKEN_PIN_FILE: {
    kind: 'path',
    about:
      'File with the PIN of the token’s user, for its owner only. Keep it on another medium than what is sealed. Asked for where SEALING_TOKEN is set.',
  },
  BACKUP_KEY_FILE: {
    kind: 'path',
    about:
      'File with the random bytes or the passphrase (at least 20 characters) under which backups are encrypted. Keep a copy of it apart from both machine and backups: without it no backup opens.',
  },
  FEED_URL: {
    kind: 'feed',
    fallback: '<DATA_DIR>/feed',
    about:
      'The feed: a folder (the gate writes it, delivery reads it) or the http(s) address that a delivery node follows.',
  },
  FEED_SHARE_PORT: {
    kind: 'port',
    about:
      'Port on which delivery hands out its feed folder, read-only, so that other nodes can follow. Unset: it does not.',
  },
  FEED_TOKEN_FILE: {
    kind: 'path',
    about: 'File with the bearer token that the shared feed asks for, and that a following node shows.',
  },
  FEED_SILENCE: {
    kind: 'minutes',
    fallback: '2',
    about:
      'Minutes (2 to 527040, a year) after which a feed whose gate has signed no statement counts as silent, and an alarm is raised. A running gate signs every half minute; where statements are carried on a medium, the longest time that may lie between two of them.',
  },
  FEED_SIGNATURES: {
    kind: 'signatures',
    fallback: '1',
    about:
      'How many different keys of TRUST_FILE (1 or 2) must have signed where the feed stands before anything of it counts at a delivery node or in `feed import`. 2: the gate, and an officer with `feed sign`.',
  },
  MEDIUM_DIR: {
    kind: 'path',
    fallback: '<DATA_DIR>/medium',
    about: 'Folder of the journal of media that were written or taken in, of receipts, and of the key that signs them.',
  },
  DELIVERY_DIR: {
    kind: 'path',
    fallback: '<DATA_DIR>/delivery',
    about:
      'Folder of this delivery node’s store. It may be deleted at any time: the node makes it again from the feed.',
  },
  TILE_CACHE: {
    kind: 'megabytes',
    fallback: '1024',
    about:
      'Megabytes of disk, in DELIVERY_DIR, for parts of pictures that viewers have asked for. 0: each is cut anew.',
  },
  FALLBACK: {
    kind: 'localeOrder',
    fallback: 'vi,en,fr,zh-Hans',
    about: 'Order of languages in which a document that is missing in the requested language is served.',
  },
  SELF_PUBLISH: {
    kind: 'yesNo',
    fallback: 'false',
    about: 'Whether publishers may publish what they wrote themselves.',
  },
  MACHINE_TRANSLATION: {
    kind: 'machineProtocol',
    fallback: 'none',
    about:
      'Protocol of a machine that may help translators: `libretranslate`, or `chat` for a language model behind `POST /chat/completions`. Only what the public reads at this moment, of documents that are public by their marking, is ever sent to it, and only what has no words yet is filled. `none`, as long as nothing else is said and always where PROFILE is `isolated`: nothing is sent anywhere.',
  },
  MACHINE_URL: {
    kind: 'webAddress',
    about:
      'Address of that machine, up to what its protocol adds: `https://translate.example.org`, `https://llm.example.org/v1`.',
  },
  MACHINE_KEY_FILE: { kind: 'path', about: 'File with the key that the machine asks for. Unset: it asks for none.' },
  MACHINE_MODEL: { kind: 'modelName', about: 'Name of the model, for `chat`.' },
  MACHINE_LANGUAGES: {
    kind: 'languages',
    fallback: '',
    about: 'Languages into which the machine may translate, separated by commas. Empty: into none.',
  },
  SMTP_URL: {
    kind: 'mailServer',
    about:
      'Mail server for the daily mail to people who want one: `smtp://mail.example.org:587`, `smtps://studio@mail.example.org`. Without a password. Unset, and always where PROFILE is `isolated`: no mail is ever sent, and the inbox does all.',
  },
  SMTP_PASSWORD_FILE: {
    kind: 'path',
    about: 'File with the password for the name in `SMTP_URL`. With one, the connection must be encrypted.',
  },
  MAIL_FROM: { kind: 'mailAddress', about: 'Address that mails come from. Required with `SMTP_URL`.' },
  MAIL_HOUR: {
    kind: 'hour',
    fallback: '7',
    about: 'Hour of the day in the city (0 to 23, Asia/Ho_Chi_Minh) from which the daily mail goes out.',
  },
  SECOND_FACTOR_FROM: {
    kind: 'factorFrom',
    fallback: 'profile',
    about:
      'From which clearance on people have to sign in with a second factor: a level, `none`, or `profile`, which is `none` where PROFILE is `connected` and `restricted` where it is `isolated`. Whoever has none yet sets one up at the next sign-in and can do nothing else before.',
  },
  SECOND_FACTOR_ROLES: {
    kind: 'roles',
    fallback: '',
    about: 'Roles that have to sign in with a second factor whatever their clearance is, separated by commas.',
  },
  COMPARTMENTS: {
    kind: 'compartments',
    fallback: '',
    about: 'Names of the compartments that markings and people may carry, separated by commas.',
  },
  TRUST_PROXY: {
    kind: 'hops',
    fallback: '0',
    about: 'How many reverse proxies of ours stand in front of delivery (0 to 9).',
  },
  STUDIO_PROXIES: {
    kind: 'hops',
    fallback: '0',
    about:
      'How many reverse proxies of ours stand in front of the studio (0 to 9). Who tries to sign in too often is told apart by the address that the outermost of them has seen.',
  },
  LOG_LEVEL: { kind: 'logLevel', fallback: 'info', about: 'How much studio, gate and delivery write to their logs.' },
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof variables;
