import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSealingKeys } from '#cli/start/make-sealing-keys.ts';
import { readConfig } from '#config/config.ts';
import { atRestOf } from '#editorial/at-rest/at-rest-of.ts';
import { loadTrust } from '#feed/keys.ts';
import { openMasterStore } from '#media/intake/master-store.ts';
import { readDestruction } from '#sealing/destroy-key.ts';
import { headerSize, placeAt } from '#sealing/header.ts';
import { sealedLevels } from '#sealing/identity.ts';
import { loadNative } from '#sealing/pkcs11/native.ts';
import { anySecretKey } from '#sealing/pkcs11/templates.ts';
import { openToken } from '#sealing/pkcs11/token.ts';
import { hashOf } from '../archive/support/ingesting.ts';
import { liesOpenIn } from '../archive/support/lies-open.ts';
import { type Installation, newInstallation } from '../support/installation.ts';
import { jpegOf, texturedPicture } from '../support/pictures.ts';
import { runReady } from '../support/ready-command-line.ts';
import { makeToken, softModule } from './support/soft-token.ts';

/** Numbers of the standard: the attribute that is the key itself, the answer that it is sensitive, another answer. */
const [value, sensitive, alreadyLoggedIn] = [0x11, 0x11, 0x100];
/** What a token says of a key: whether it may be taken out wrapped, ever could, may wrap others, was always sensitive. */
const said = { extractable: 0x162, neverExtractable: 0x164, wrap: 0x106, alwaysSensitive: 0x165 };

describe.runIf(softModule)('keys of the levels in a token', () => {
  const label = 'City of Bến Thành';
  const pin = '246813579';
  const wrongPin = '975318642';
  let folder: string;
  let installation: Installation;
  let inToken: Record<string, string>;
  let inFiles: Record<string, string>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benthanh-token-'));
    await mkdir(join(folder, 'files'));
    const place = (name: string) => join(folder, name);
    await writeFile(place('pin'), `${pin}\n`, { mode: 0o600 });
    await writeFile(place('wrong-pin'), wrongPin, { mode: 0o600 });
    await writeFile(place('open-pin'), pin, { mode: 0o644 });
    await writeFile(place('unlock'), 'a passphrase that nobody guesses', { mode: 0o600 });
    const named = {
      SEALING_TOKEN: label,
      SEALING_TOKEN_MODULE: softModule ?? '',
      SEALING_TOKEN_PIN_FILE: place('pin'),
    };
    inToken = { ...named, ...(await makeToken(folder, label, pin)) };
    inFiles = { SEALING_UNLOCK_FILE: place('unlock') };
    installation = await newInstallation();
    await installation.commandReady('key', 'create');
  });
  afterAll(async () => {
    await installation?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  const keysWith = async (more: Record<string, string>, ...words: string[]) => {
    const { status, stdout } = await runReady({
      argv: ['keys', ...words, '--json'],
      env: { ...installation.env, ...more },
    });
    return { status, ...JSON.parse(stdout) };
  };
  const keys = (...words: string[]) => keysWith(inToken, ...words);
  const keyDir = () => join(installation.dataDir, 'keys/sealing');
  const opened = async (file: string, by = inToken) => {
    const out = join(folder, 'out');
    await rm(out, { force: true });
    const told = await keysWith(by, 'open', file, '--out', out);
    return told.status === 0 ? readFile(out, 'utf8') : told.error.code;
  };
  const sealed = async (name: string, by = inToken) => {
    const file = join(folder, 'files', name);
    await writeFile(file, `${name}: kín`);
    expect(await keysWith(by, 'seal', file, '--level', 'mat')).toMatchObject({ status: 0 });
    return `${file}.sealed`;
  };

  test('R56: are asked for with a refused PIN once: a token counts tries, and locks itself', async () => {
    const { SOFTHSM2_CONF } = inToken;
    Object.assign(process.env, { SOFTHSM2_CONF });
    try {
      let given = wrongPin;
      const token = await openToken({ module: softModule ?? '', token: label, pin: async () => Buffer.from(given) });
      const refusal = (): Promise<unknown> => token.labels().catch((cause: unknown) => cause);
      const wrong = { code: 'pkcs11-pin-wrong' };
      // The token itself said so, and then it was not asked
      expect(await refusal()).toMatchObject({ ...wrong, cause: expect.any(Error) });
      const again = await refusal();
      expect(again).toMatchObject(wrong);
      expect(again).not.toHaveProperty('cause');
      given = pin;
      expect(await token.labels()).toEqual([]);
    } finally {
      delete process.env.SOFTHSM2_CONF;
    }
  });

  test('take over from keys in files: what is sealed goes under a key that the token made, and content is not touched', async () => {
    expect(await keysWith(inFiles, 'rotate', 'mat')).toMatchObject({ generation: 1 });
    const old = await sealed('old', inFiles);
    expect(await keys('seal', old, '--level', 'mat')).toMatchObject({ error: { code: 'seal-key-missing' } });
    expect(await keys('rotate', 'mat')).toMatchObject({ status: 0, generation: 2 });
    expect((await readdir(keyDir())).sort()).toEqual(['mat-1.key', 'mat-2.token']);
    expect(await keys('list')).toMatchObject({ keys: [{ inToken: false }, { generation: 2, inToken: true }] });
    expect(await opened(old)).toBe('seal-unlock-missing');
    expect(await opened(old, { ...inToken, ...inFiles })).toBe('old: kín');
    const content = (await readFile(old)).subarray(headerSize);
    expect(await keysWith({ ...inToken, ...inFiles }, 'rewrap', join(folder, 'files'))).toMatchObject({ rewrapped: 1 });
    expect((await readFile(old)).subarray(headerSize)).toEqual(content);
    expect(await opened(old)).toBe('old: kín');
    expect(await opened(old, inFiles)).toBe('seal-key-elsewhere');
    expect(await keys('destroy', 'mat', '1', '--sealed', join(folder, 'files'), '--forever')).toMatchObject({
      files: 0,
    });
    expect((await readdir(keyDir())).sort()).toEqual(['mat-1.destroyed', 'mat-2.token']);
  });

  test('R56: never leave it: the token itself refuses to tell one to whoever has the PIN', async () => {
    const { SOFTHSM2_CONF } = inToken;
    Object.assign(process.env, { SOFTHSM2_CONF });
    try {
      const { call, longSize } = await loadNative(softModule ?? '');
      await call.Initialize({ create: null, destroy: null, lock: null, unlock: null, reserved: null, flags: 2 });
      const [slots, count, session, found]: [number[], number[], number[], number[]] = [[0, 0], [2], [0], [0]];
      await call.GetSlotList(1, slots, count);
      expect(await call.OpenSession(slots[0], 6, null, null, session)).toBe(0);
      expect([0, alreadyLoggedIn]).toContain(await call.Login(session[0], 1, Buffer.from(pin), pin.length));
      await call.FindObjectsInit(session[0], anySecretKey(longSize), 1);
      await call.FindObjects(session[0], found, 1, count);
      await call.FindObjectsFinal(session[0]);
      expect(count[0]).toBe(1);
      const asked = { type: value, pValue: Buffer.alloc(64), ulValueLen: 64 };
      expect(await call.GetAttributeValue(session[0], found[0], [asked], 1)).toBe(sensitive);
      expect(asked.pValue.equals(Buffer.alloc(64))).toBe(true);
      const flagOf = async (type: number) => {
        const flag = { type, pValue: Buffer.alloc(1, 7), ulValueLen: 1 };
        expect(await call.GetAttributeValue(session[0], found[0], [flag], 1)).toBe(0);
        return flag.pValue[0] === 1;
      };
      expect(await flagOf(said.extractable)).toBe(false);
      expect(await flagOf(said.neverExtractable)).toBe(true);
      expect(await flagOf(said.wrap)).toBe(false);
      expect(await flagOf(said.alwaysSensitive)).toBe(true);
    } finally {
      delete process.env.SOFTHSM2_CONF;
    }
  });

  test('R56: wrap for one place: a file that is renamed, or changed by a bit, does not open', async () => {
    const file = await sealed('place');
    const other = join(folder, 'files', 'elsewhere.sealed');
    await copyFile(file, other);
    expect(await opened(other)).toBe('sealed-foreign');
    const bytes = await readFile(file);
    for (const [at, code] of [
      [placeAt(0) + 20, 'sealed-foreign'],
      [bytes.length - 5, 'sealed-damaged'],
    ] as const) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      await writeFile(file, changed);
      expect(await opened(file)).toBe(code);
    }
    await writeFile(file, bytes);
    expect(await opened(file)).toBe('place: kín');
    await rm(other);
  });

  test('R56: change, and are destroyed with a signed record: what was sealed under one alone opens never again', async () => {
    const [kept, copy] = [await sealed('kept'), join(folder, 'copy')];
    await mkdir(copy);
    await copyFile(kept, join(copy, 'kept.sealed'));
    expect(await keys('rotate', 'mat')).toMatchObject({ generation: 3 });
    await keys('rewrap', join(folder, 'files'));
    expect(await keys('destroy', 'mat', '3', '--sealed', copy, '--forever')).toMatchObject({
      error: { code: 'seal-key-current' },
    });
    expect(await keys('destroy', 'mat', '2', '--sealed', copy, '--forever')).toMatchObject({
      files: 1,
      destroyed: true,
    });
    expect(await keys('list')).toMatchObject({
      keys: [{ files: 0 }, { generation: 2, files: 1 }, { generation: 3, inToken: true, destroyed: null }],
    });
    const trust = await loadTrust(join(installation.dataDir, 'keys/trust.pem'));
    expect(await readDestruction({ dir: keyDir(), level: 'mat', generation: 2 }, trust)).toMatchObject({ files: 1 });
    expect(await opened(join(copy, 'kept.sealed'))).toBe('seal-key-destroyed');
    expect(await opened(kept)).toBe('kept: kín');
  });

  test.each([
    ['pkcs11-token-missing', { SEALING_TOKEN: 'another' }],
    ['pkcs11-module-missing', { SEALING_TOKEN_MODULE: '/nowhere/lib.so' }],
    ['config-invalid', { SEALING_TOKEN: 'a label that is longer than 32 bytes' }],
  ])('are told apart from what is wrong with the place: %s', async (code, wrong) => {
    expect(await keysWith({ ...inToken, ...wrong }, 'rotate', 'mat')).toMatchObject({ status: 1, error: { code } });
  });

  test('R56: are not touched without the PIN, nor with one that others may read', async () => {
    for (const [file, code] of [
      ['open-pin', 'seal-key-open'],
      ['no-pin', 'pkcs11-pin-missing'],
    ] as const)
      expect(await keysWith({ ...inToken, SEALING_TOKEN_PIN_FILE: join(folder, file) }, 'rotate', 'mat')).toMatchObject(
        {
          error: { code },
        },
      );
    expect(await keys('list')).toMatchObject({ keys: [{}, {}, { generation: 3 }] });
  });

  test('R56: are not touched with a wrong PIN, which is told to nobody', async () => {
    // A process of its own: in the other one the token is open already
    await using other = await newInstallation({ ...inToken, SEALING_TOKEN_PIN_FILE: join(folder, 'wrong-pin') });
    const { stdout, stderr } = await other.command('keys', 'rotate', 'mat', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'pkcs11-pin-wrong' } });
    expect(`${stdout}${stderr}`).not.toContain(wrongPin);
    expect(await keys('list')).toMatchObject({ keys: [{}, {}, { generation: 3 }] });
  });

  test('R56: seal an archive: a start makes those that are missing, and without the token no master opens', async () => {
    const { SOFTHSM2_CONF } = inToken;
    Object.assign(process.env, { SOFTHSM2_CONF });
    try {
      const config = readConfig({ ...installation.env, ...inToken, PROFILE: 'isolated' });
      await makeSealingKeys(config);
      const { keys: all } = await keys('list');
      expect(all.filter(({ inToken: is }: { inToken: boolean }) => is)).toHaveLength(sealedLevels.length);
      const canary = randomBytes(32).toString('hex');
      const bytes = await jpegOf(texturedPicture(3).withExif({ IFD0: { Artist: canary } }));
      const store = await openMasterStore(config.mastersDir, atRestOf(config));
      const { sha256 } = await store.put(bytes);
      expect(await liesOpenIn(config.mastersDir, canary)).toEqual([]);
      expect(hashOf(await store.read(sha256))).toBe(hashOf(bytes));
      const elsewhere = { ...config, sealingToken: { label: 'another', module: softModule ?? '', pinFile: '' } };
      const without = await openMasterStore(config.mastersDir, atRestOf(elsewhere));
      await expect(without.read(sha256)).rejects.toMatchObject({ code: 'pkcs11-token-missing' });
      const told = { code: 'sealing-demanded' };
      expect(() => atRestOf({ ...config, sealingToken: undefined })).toThrow(expect.objectContaining(told));
    } finally {
      delete process.env.SOFTHSM2_CONF;
    }
  });
});
