import { z } from 'zod';

/**
 * The kinds of value that a variable may hold. The name of a kind is also the key of the words that tell an operator
 * what is expected (`locales/<language>/cli.json`, `expected.<kind>`).
 */
const studioLocales = ['vi', 'en', 'fr', 'zh'] as const;
const studioRoles = [
  ...(['administrator', 'editor', 'translator', 'publisher'] as const),
  ...(['curator', 'terminologist', 'security-officer'] as const),
] as const;
const publicLocales = ['vi', 'en', 'fr', 'zh-Hans', 'zh-Hant'] as const;

const list = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const isWebAddress = (text: string) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
};

/** A name may stand in it, a password not: it stands in a file. */
const isMailServer = (text: string) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isBare = url?.search === '' && url.hash === '' && /^\/?$/.test(url.pathname);
  return isBare && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && url.password === '';
};

/** Ports are those of RFC 8314 and RFC 6409 where none is named. */
const mailServerOf = (text: string) => {
  const { protocol, hostname, port: named, username } = new URL(text);
  const isEncrypted = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(named) || (isEncrypted ? 465 : 587),
    isEncrypted,
    user: decodeURIComponent(username),
  };
};

const path = z.string().refine((text) => !text.includes('\0'));
const webAddress = z
  .string()
  .refine(isWebAddress)
  .transform((text) => text.replace(/\/+$/, ''));
const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(65535));

export const kinds = {
  path,
  port,
  webAddress,
  database: z.string().regex(/^(file:.+|mongodb(\+srv)?:\/\/.+)$/s),
  feed: z.union([webAddress, path.refine((text) => !/^(?!file:)[a-z][a-z0-9+.-]+:\/\//i.test(text))]),
  host: z.string().regex(/^[A-Za-z0-9.:-]+$/),
  profile: z.enum(['connected', 'isolated']),
  localeOrder: z
    .string()
    .transform(list)
    .pipe(
      z
        .array(z.enum(publicLocales))
        .min(1)
        .refine((order) => new Set(order).size === order.length),
    ),
  yesNo: z.enum(['true', 'false']).transform((text) => text === 'true'),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  megabytes: z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number),
  days: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(365)),
  minutes: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.int().min(2).max(527_040)),
  term: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.int().min(7).max(3650)),
  signatures: z
    .string()
    .regex(/^[12]$/)
    .transform(Number),
  hops: z.string().regex(/^\d$/).transform(Number),
  machineProtocol: z.enum(['none', 'libretranslate', 'chat']),
  mailServer: z.string().refine(isMailServer).transform(mailServerOf),
  mailAddress: z.string().regex(/^[^\s@<>(),;:"[\]]{1,64}@[A-Za-z0-9.-]{1,190}$/),
  hour: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .pipe(z.int().min(0).max(23)),
  modelName: z.string().regex(/^[\w./:@+-]{1,100}$/),
  languages: z
    .string()
    .transform(list)
    .pipe(z.array(z.enum(studioLocales)).refine((all) => new Set(all).size === all.length)),
  factorFrom: z.enum(['profile', 'none', 'public', 'internal', 'restricted', 'mat', 'toi_mat', 'tuyet_mat']),
  roles: z
    .string()
    .transform(list)
    .pipe(z.array(z.enum(studioRoles)).refine((all) => new Set(all).size === all.length)),
  compartments: z
    .string()
    .transform(list)
    .pipe(z.array(z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/)).refine((all) => new Set(all).size === all.length)),
} as const;

export type Kind = keyof typeof kinds;
