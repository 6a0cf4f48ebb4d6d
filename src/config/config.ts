import { readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { kinds } from './kinds.ts';
import { proxiesIn } from './proxies.ts';
import { type Variable, type VariableName, variables } from './variables.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A machine that may help translators, and into which languages. */
export interface MachineConfig {
  readonly protocol: 'libretranslate' | 'chat';
  /** Without a slash at the end. */
  readonly url: string;
  readonly keyFile: string | undefined;
  /** Of `chat` alone; empty otherwise. */
  readonly model: string;
  readonly languages: readonly ('vi' | 'en' | 'fr' | 'zh')[];
}

/** The server that takes mail, and when the daily one goes out. */
export interface MailConfig {
  readonly host: string;
  readonly port: number;
  /** Encrypted from the first byte. */
  readonly isEncrypted: boolean;
  /** Empty: the server asks for no name. */
  readonly user: string;
  readonly passwordFile: string | undefined;
  readonly from: string;
  /** Hour of the day in the city, 0 to 23. */
  readonly hour: number;
}

/** Who has to sign in with a second factor. */
export interface FactorConfig {
  /** From this clearance on; undefined: whatever theirs is. */
  readonly from: 'public' | 'internal' | 'restricted' | 'mat' | 'toi_mat' | 'tuyet_mat' | undefined;
  readonly roles: readonly z.infer<typeof kinds.roles>[number][];
}

/** What an installation is told by its environment. All paths are absolute; ports are TCP ports. */
export interface Config {
  readonly dataDir: string;
  readonly profile: 'connected' | 'isolated';
  readonly host: string;
  readonly studioPort: number;
  readonly deliveryPort: number;
  /** Without a slash at the end, like every address here. */
  readonly studioUrl: string;
  readonly publicUrl: string;
  /** `file:/absolute/path` or `mongodb://…`. */
  readonly databaseUrl: string;
  readonly studioSecretFile: string;
  readonly metricsTokenFile: string | undefined;
  readonly mastersDir: string;
  readonly mastersMirror: string | undefined;
  /** Megabytes of one upload, of all unfinished ones of a person, and of all of them. */
  readonly uploadMax: number;
  readonly uploadsPerPerson: number;
  readonly uploadsTotal: number;
  /** Days for which an upload can go on. */
  readonly uploadDays: number;
  /** Days between the question whether a picture be deleted and its answer. */
  readonly deletionTermDays: number;
  /** Undefined: the usual laws. */
  readonly legalBasesFile: string | undefined;
  readonly gateDir: string;
  readonly signingKeyFile: string;
  readonly trustFile: string;
  readonly sealingKeysDir: string;
  /** Undefined: nothing can be sealed or opened. */
  readonly sealingUnlockFile: string | undefined;
  readonly backupKeyFile: string | undefined;
  /** An absolute folder or an http(s) address. */
  readonly feedUrl: string;
  readonly feedSharePort: number | undefined;
  readonly feedTokenFile: string | undefined;
  /** Minutes. */
  readonly feedSilence: number;
  readonly feedSignatures: number;
  readonly mediumDir: string;
  readonly deliveryDir: string;
  /** Megabytes. */
  readonly tileCache: number;
  /** Public locales, best first. */
  readonly fallback: readonly ('vi' | 'en' | 'fr' | 'zh-Hans' | 'zh-Hant')[];
  readonly selfPublish: boolean;
  readonly compartments: readonly string[];
  readonly secondFactor: FactorConfig;
  /** Undefined: no machine helps. */
  readonly machine: MachineConfig | undefined;
  /** Undefined: no mail is sent. */
  readonly mail: MailConfig | undefined;
  /** Number of reverse proxies in front of delivery. */
  readonly trustProxy: number;
  /** The same in front of the studio. */
  readonly studioProxies: number;
  /** Proxies that the environment names: none of ours goes through one, and an isolated installation has none. */
  readonly proxies: Readonly<Record<string, boolean>>;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/**
 * Reads the environment once, for an entry point that hands the values on.
 *
 * @param env names and values; an empty value counts as unset
 * @param base folder at which relative paths start (absolute)
 * @throws Failure `config-invalid` with `{ variable, value, expected }` for the first wrong value; `expected` is a kind
 *   whose words stand in the `cli` namespace, and `value` never shows a password
 */
export function readConfig(env: Environment = process.env, base: string = process.cwd()): Config {
  const text = textReader(env);
  const path = (name: VariableName) => resolve(base, read(text, name, kinds.path));
  const optional = <T>(name: VariableName, value: () => T): T | undefined =>
    text(name) === undefined ? undefined : value();

  return Object.freeze({
    proxies: proxiesIn(env),
    dataDir: path('DATA_DIR'),
    profile: read(text, 'PROFILE', kinds.profile),
    host: read(text, 'HOST', kinds.host),
    studioPort: read(text, 'STUDIO_PORT', kinds.port),
    deliveryPort: read(text, 'DELIVERY_PORT', kinds.port),
    studioUrl: read(text, 'STUDIO_URL', kinds.webAddress),
    publicUrl: read(text, 'PUBLIC_URL', kinds.webAddress),
    databaseUrl: absoluteFileUrl(databaseUrl(env, text, base), base),
    studioSecretFile: path('STUDIO_SECRET_FILE'),
    metricsTokenFile: optional('METRICS_TOKEN_FILE', () => path('METRICS_TOKEN_FILE')),
    mastersDir: path('MASTERS_DIR'),
    mastersMirror: optional('MASTERS_MIRROR', () => outside(path('MASTERS_DIR'), path('MASTERS_MIRROR'))),
    uploadMax: read(text, 'UPLOAD_MAX', kinds.megabytes),
    uploadsPerPerson: read(text, 'UPLOADS_PER_PERSON', kinds.megabytes),
    uploadsTotal: read(text, 'UPLOADS_TOTAL', kinds.megabytes),
    uploadDays: read(text, 'UPLOAD_DAYS', kinds.days),
    deletionTermDays: read(text, 'DELETION_TERM_DAYS', kinds.term),
    legalBasesFile: optional('LEGAL_BASES_FILE', () => path('LEGAL_BASES_FILE')),
    gateDir: path('GATE_DIR'),
    signingKeyFile: path('SIGNING_KEY_FILE'),
    trustFile: path('TRUST_FILE'),
    sealingKeysDir: path('SEALING_KEYS_DIR'),
    sealingUnlockFile: optional('SEALING_UNLOCK_FILE', () => path('SEALING_UNLOCK_FILE')),
    backupKeyFile: optional('BACKUP_KEY_FILE', () => path('BACKUP_KEY_FILE')),
    feedUrl: absoluteFolder(read(text, 'FEED_URL', kinds.feed), base),
    feedSharePort: optional('FEED_SHARE_PORT', () => read(text, 'FEED_SHARE_PORT', kinds.port)),
    feedTokenFile: optional('FEED_TOKEN_FILE', () => path('FEED_TOKEN_FILE')),
    feedSilence: read(text, 'FEED_SILENCE', kinds.minutes),
    feedSignatures: read(text, 'FEED_SIGNATURES', kinds.signatures),
    mediumDir: path('MEDIUM_DIR'),
    deliveryDir: path('DELIVERY_DIR'),
    tileCache: read(text, 'TILE_CACHE', kinds.megabytes),
    fallback: Object.freeze(read(text, 'FALLBACK', kinds.localeOrder)),
    selfPublish: read(text, 'SELF_PUBLISH', kinds.yesNo),
    compartments: Object.freeze(read(text, 'COMPARTMENTS', kinds.compartments)),
    secondFactor: factorsOf(text),
    machine: machineOf(text, (name) => resolve(base, read(text, name, kinds.path))),
    mail: mailOf(text, (name) => resolve(base, read(text, name, kinds.path))),
    trustProxy: read(text, 'TRUST_PROXY', kinds.hops),
    studioProxies: read(text, 'STUDIO_PROXIES', kinds.hops),
    logLevel: read(text, 'LOG_LEVEL', kinds.logLevel),
  });
}

/** A copy that lies within what it is a copy of is lost together with it. */
function outside(masters: string, mirror: string): string {
  const way = relative(masters, mirror);
  if (isAbsolute(way) || way.split(sep)[0] === '..') return mirror;
  throw new Failure('config-invalid', { variable: 'MASTERS_MIRROR', value: shorten(mirror), expected: 'mirror' });
}

function factorsOf(text: TextOf): FactorConfig {
  const said = read(text, 'SECOND_FACTOR_FROM', kinds.factorFrom);
  const usual = read(text, 'PROFILE', kinds.profile) === 'isolated' ? 'restricted' : 'none';
  const from = said === 'profile' ? usual : said;
  const roles = Object.freeze(read(text, 'SECOND_FACTOR_ROLES', kinds.roles));
  return Object.freeze({ from: from === 'none' ? undefined : from, roles });
}

/** A machine that translates; an isolated installation sends nothing anywhere, so that it may not name one. */
function machineOf(text: TextOf, path: (name: VariableName) => string): MachineConfig | undefined {
  const protocol = read(text, 'MACHINE_TRANSLATION', kinds.machineProtocol);
  if (protocol === 'none') return undefined;
  if (read(text, 'PROFILE', kinds.profile) === 'isolated')
    throw new Failure('config-invalid', { variable: 'MACHINE_TRANSLATION', value: protocol, expected: 'machineOff' });
  return Object.freeze({
    protocol,
    url: read(text, 'MACHINE_URL', kinds.webAddress),
    keyFile: text('MACHINE_KEY_FILE') === undefined ? undefined : path('MACHINE_KEY_FILE'),
    model: protocol === 'chat' ? read(text, 'MACHINE_MODEL', kinds.modelName) : '',
    languages: Object.freeze(read(text, 'MACHINE_LANGUAGES', kinds.languages)),
  });
}

/** The mail server; an isolated installation sends nothing anywhere, so that it may not name one. */
function mailOf(text: TextOf, path: (name: VariableName) => string): MailConfig | undefined {
  if (text('SMTP_URL') === undefined) return undefined;
  const server = read(text, 'SMTP_URL', kinds.mailServer);
  if (read(text, 'PROFILE', kinds.profile) === 'isolated')
    throw new Failure('config-invalid', { variable: 'SMTP_URL', value: server.host, expected: 'mailOff' });
  return Object.freeze({
    ...server,
    passwordFile: text('SMTP_PASSWORD_FILE') === undefined ? undefined : path('SMTP_PASSWORD_FILE'),
    from: read(text, 'MAIL_FROM', kinds.mailAddress),
    hour: read(text, 'MAIL_HOUR', kinds.hour),
  });
}

type TextOf = (name: VariableName) => string | undefined;

/** The text of a variable: what the environment says, or its fallback with `<NAME>` filled in. */
function textReader(env: Environment): TextOf {
  const text: TextOf = (name) => {
    const { fallback }: Variable = variables[name];
    return env[name] || fallback?.replace(/<([A-Z_]+)>/g, (_, other: VariableName) => text(other) ?? '');
  };
  return text;
}

function read<T>(
  text: TextOf,
  name: VariableName,
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
): T {
  const value = text(name);
  const parsed = schema.safeParse(value);
  if (!parsed.success || parsed.data === undefined) throw invalid(name, value ?? '');
  return parsed.data;
}

function invalid(name: VariableName, value: string, cause?: unknown): Failure {
  const { kind, secret }: Variable = variables[name];
  return new Failure(
    'config-invalid',
    { variable: name, value: secret ? '…' : shorten(value), expected: kind },
    { cause },
  );
}

/** A value as a message may show it: one short line, without the password of an address. */
function shorten(value: string): string {
  const line = value.replace(/\/\/[^/\s]*@/, '//…@').replace(/\p{Cc}/gu, '?');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

function databaseUrl(env: Environment, text: TextOf, base: string): string {
  const file = env.DATABASE_URL_FILE;
  if (!file) return read(text, 'DATABASE_URL', kinds.database);
  if (env.DATABASE_URL) throw invalid('DATABASE_URL_FILE', file);
  try {
    const held = readFileSync(resolve(base, file), 'utf8').trim();
    return read(() => held, 'DATABASE_URL', kinds.database);
  } catch (cause) {
    throw cause instanceof Failure ? cause : invalid('DATABASE_URL_FILE', file, cause);
  }
}

const absoluteFileUrl = (url: string, base: string) =>
  url.startsWith('file:') ? `file:${resolve(base, url.slice('file:'.length).replace(/^\/\//, ''))}` : url;

const absoluteFolder = (url: string, base: string) =>
  /^https?:\/\//.test(url) ? url : resolve(base, url.replace(/^file:(\/\/)?/, ''));
