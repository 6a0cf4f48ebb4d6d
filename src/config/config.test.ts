import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Failure } from '#errors/failure.ts';
import { writtenLocales } from '#languages/locales.ts';
import { readConfig } from './config.ts';

function refusal(env: Record<string, string>): Failure {
  try {
    readConfig(env, '/srv');
  } catch (failure) {
    if (failure instanceof Failure) return failure;
    throw failure;
  }
  throw new Error('accepted');
}

describe('what an empty environment means', () => {
  const config = readConfig({}, '/srv');

  test('everything lies below data', () => {
    expect(config).toMatchObject({
      dataDir: '/srv/data',
      databaseUrl: 'file:/srv/data/studio/studio.db',
      feedUrl: '/srv/data/feed',
      mastersDir: '/srv/data/masters',
      signingKeyFile: '/srv/data/keys/gate.pem',
      feedSharePort: undefined,
      feedTokenFile: undefined,
      metricsTokenFile: undefined,
      machine: undefined,
      mail: undefined,
    });
  });

  test('addresses follow the ports', () => {
    expect(config.studioUrl).toBe('http://localhost:3000');
    expect(readConfig({ DELIVERY_PORT: '4010' }, '/srv').publicUrl).toBe('http://localhost:4010');
  });

  test('the fallback names every language that people write', () => {
    expect(config.fallback).toEqual(writtenLocales);
  });

  test('nobody can change it', () => {
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.fallback)).toBe(true);
  });
});

test('an empty value counts as unset', () => {
  expect(readConfig({ STUDIO_PORT: '', FEED_SHARE_PORT: '' }, '/srv')).toEqual(readConfig({}, '/srv'));
});

test('paths below another data folder follow it', () => {
  const config = readConfig({ DATA_DIR: '/var/lib/benthanh' }, '/srv');
  expect(config.gateDir).toBe('/var/lib/benthanh/gate');
  expect(config.databaseUrl).toBe('file:/var/lib/benthanh/studio/studio.db');
});

test('a feed may be a folder, a file address or a web address', () => {
  expect(readConfig({ FEED_URL: 'shared/feed' }, '/srv').feedUrl).toBe('/srv/shared/feed');
  expect(readConfig({ FEED_URL: 'file:///mnt/feed' }, '/srv').feedUrl).toBe('/mnt/feed');
  expect(readConfig({ FEED_URL: 'https://feed.example/a/' }, '/srv').feedUrl).toBe('https://feed.example/a');
});

describe('the mirror of the masters', () => {
  test('is any folder that is not of the masters, and none when unset', () => {
    expect(readConfig({}, '/srv').mastersMirror).toBeUndefined();
    expect(readConfig({ MASTERS_MIRROR: 'mirror' }, '/srv').mastersMirror).toBe('/srv/mirror');
    expect(readConfig({ MASTERS_MIRROR: '/srv/data/masters-2' }, '/srv').mastersMirror).toBe('/srv/data/masters-2');
    expect(readConfig({ MASTERS_MIRROR: '/mnt/..mirror' }, '/mnt').mastersMirror).toBe('/mnt/..mirror');
  });

  test.each(['data/masters', '/srv/data/masters/', '/srv/data/masters/mirror', 'data/masters/..m'])(
    'is refused as %s',
    (value) => {
      const { code, values } = refusal({ MASTERS_MIRROR: value });
      expect([code, values.variable, values.expected]).toEqual(['config-invalid', 'MASTERS_MIRROR', 'mirror']);
    },
  );
});

describe('a machine that translates', () => {
  const libre = { MACHINE_TRANSLATION: 'libretranslate', MACHINE_URL: 'https://mt.example/' };

  test('is there where one is named, for no language that is not named as well', () => {
    expect(readConfig(libre, '/srv').machine).toEqual({
      ...{ protocol: 'libretranslate', url: 'https://mt.example', keyFile: undefined, model: '', languages: [] },
    });
    const chat = { ...libre, MACHINE_TRANSLATION: 'chat', MACHINE_MODEL: 'city-1', MACHINE_KEY_FILE: 'key' };
    expect(readConfig({ ...chat, MACHINE_LANGUAGES: 'en, fr' }, '/srv').machine).toEqual({
      ...{ protocol: 'chat', url: 'https://mt.example', keyFile: '/srv/key', model: 'city-1', languages: ['en', 'fr'] },
    });
  });

  test.each([
    [{ MACHINE_URL: '' }, 'MACHINE_URL', 'webAddress'],
    [{ MACHINE_TRANSLATION: 'chat' }, 'MACHINE_MODEL', 'modelName'],
    [{ MACHINE_LANGUAGES: 'en,de' }, 'MACHINE_LANGUAGES', 'languages'],
    [{ PROFILE: 'isolated' }, 'MACHINE_TRANSLATION', 'machineOff'],
  ])('is refused with %j', (env, variable, expected) => {
    const { code, values } = refusal({ ...libre, ...env });
    expect([code, values.variable, values.expected]).toEqual(['config-invalid', variable, expected]);
  });
});

test('a second factor is required from where the deployment says, and in an isolated one unless it says otherwise', () => {
  const of = (env: Record<string, string>) => readConfig(env, '/srv').secondFactor;
  expect(of({})).toEqual({ from: undefined, roles: [] });
  expect(of({ PROFILE: 'isolated' })).toEqual({ from: 'restricted', roles: [] });
  expect(of({ PROFILE: 'isolated', SECOND_FACTOR_FROM: 'none' }).from).toBeUndefined();
  const named = { SECOND_FACTOR_FROM: 'internal', SECOND_FACTOR_ROLES: 'administrator, publisher' };
  expect(of(named)).toEqual({ from: 'internal', roles: ['administrator', 'publisher'] });
});

describe('a mail server', () => {
  const mail = { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'studio@example.org' };

  test('is there where one is named, with the usual ports and hour', () => {
    expect(readConfig(mail, '/srv').mail).toEqual({
      ...{ host: 'mail.example.org', port: 587, isEncrypted: false, user: '', passwordFile: undefined },
      ...{ from: 'studio@example.org', hour: 7 },
    });
    const named = { SMTP_URL: 'smtps://city%40studio@[::1]', SMTP_PASSWORD_FILE: 'key', MAIL_HOUR: '6' };
    expect(readConfig({ ...mail, ...named }, '/srv').mail).toMatchObject({
      ...{ host: '::1', port: 465, isEncrypted: true, user: 'city@studio', passwordFile: '/srv/key', hour: 6 },
    });
  });

  test.each([
    [{ SMTP_URL: 'smtp://studio:hunter2@mail.example.org' }, 'SMTP_URL', 'mailServer'],
    [{ SMTP_URL: 'mail.example.org' }, 'SMTP_URL', 'mailServer'],
    [{ SMTP_URL: 'https://mail.example.org' }, 'SMTP_URL', 'mailServer'],
    [{ MAIL_FROM: '' }, 'MAIL_FROM', 'mailAddress'],
    [{ MAIL_FROM: 'a@b\r\nBcc: c@d' }, 'MAIL_FROM', 'mailAddress'],
    [{ MAIL_HOUR: '24' }, 'MAIL_HOUR', 'hour'],
    [{ PROFILE: 'isolated' }, 'SMTP_URL', 'mailOff'],
  ])('is refused with %j', (env, variable, expected) => {
    const { code, values } = refusal({ ...mail, ...env });
    expect([code, values.variable, values.expected]).toEqual(['config-invalid', variable, expected]);
    expect(JSON.stringify(values)).not.toContain('hunter2');
  });
});

test.each([
  ['STUDIO_PORT', '70000', 'port'],
  ['DELIVERY_PORT', '4000a', 'port'],
  ['FEED_SHARE_PORT', '-1', 'port'],
  ['PUBLIC_URL', 'example.org', 'webAddress'],
  ['STUDIO_URL', 'http://a/?b=c', 'webAddress'],
  ['FEED_URL', 'ftp://feed.example', 'feed'],
  ['PROFILE', 'secret', 'profile'],
  ['FALLBACK', 'vi,de', 'localeOrder'],
  ['FALLBACK', 'vi,vi', 'localeOrder'],
  ['SELF_PUBLISH', 'yes', 'yesNo'],
  ['LOG_LEVEL', 'loud', 'logLevel'],
  ['COMPARTMENTS', 'Foreign Affairs', 'compartments'],
  ['TRUST_PROXY', 'all', 'hops'],
  ['STUDIO_PROXIES', '-1', 'hops'],
  ['SECOND_FACTOR_FROM', 'secret', 'factorFrom'],
  ['SECOND_FACTOR_ROLES', 'editor,king', 'roles'],
  ['MACHINE_TRANSLATION', 'deepl', 'machineProtocol'],
])('%s=%s is refused by name', (variable, value, expected) => {
  const failure = refusal({ [variable]: value });
  expect(failure.code).toBe('config-invalid');
  expect(failure.values).toEqual({ variable, value, expected });
});

test('no message repeats an address that may carry a password', () => {
  const failure = refusal({ DATABASE_URL: 'postgres://root:hunter2@db/studio' });
  expect(failure.values.variable).toBe('DATABASE_URL');
  expect(JSON.stringify(failure.values)).not.toContain('hunter2');
  expect(JSON.stringify(refusal({ PUBLIC_URL: 'ftp://root:hunter2@host' }).values)).not.toContain('hunter2');
});

describe('the database address in a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'database-url');
  writeFileSync(file, 'mongodb://studio:pw@db/studio?replicaSet=rs0\n');

  test('is read', () => {
    expect(readConfig({ DATABASE_URL_FILE: file }, '/srv').databaseUrl).toContain('mongodb://studio:pw@db');
  });

  test('is refused when the file is missing or both are given', () => {
    expect(refusal({ DATABASE_URL_FILE: '/nowhere/at/all' }).values.variable).toBe('DATABASE_URL_FILE');
    expect(refusal({ DATABASE_URL_FILE: file, DATABASE_URL: 'file:a' }).values.variable).toBe('DATABASE_URL_FILE');
  });
});
