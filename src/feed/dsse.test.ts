import { createPrivateKey, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { countersignEnvelope, openEnvelope, preAuthEncoding, resignEnvelope, sealEnvelope } from './dsse.ts';
import { keyId, newSigningKey, publicHalf } from './keys.ts';

const key = newSigningKey();
const other = newSigningKey();
const type = 'application/x-test';
const payload = Buffer.from('{"a":1}');

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (cause) {
    return cause instanceof Error ? cause.message : 'strange';
  }
};

const frame = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString('utf8'));
const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value));

test('the published vector of the DSSE specification encodes as it says', () => {
  const encoded = preAuthEncoding('http://example.com/HelloWorld', Buffer.from('hello world'));
  expect(encoded.toString()).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
});

test('lengths are counted in bytes, and nothing in type or payload can shift the border between them', () => {
  expect(preAuthEncoding('ợ', Buffer.from('')).toString()).toBe('DSSEv1 3 ợ 0 ');
  expect(preAuthEncoding('a 1 b', Buffer.from('c'))).not.toEqual(preAuthEncoding('a', Buffer.from('b 1 c')));
});

test('a sealed envelope opens with the right key among several, whatever the order', () => {
  const sealed = sealEnvelope(type, payload, key);
  for (const trust of [[key], [other, key], [key, other]]) {
    expect(openEnvelope(sealed, trust.map(publicHalf))).toEqual({ payloadType: type, payload });
  }
});

test('the key id is a hint: a wrong or missing one changes nothing, a right one lends no trust', () => {
  const sealed = frame(sealEnvelope(type, payload, key));
  const [{ sig }] = sealed.signatures;
  for (const keyid of ['nonsense', keyId(other), null, undefined]) {
    const bytes = bytesOf({ ...sealed, signatures: [{ keyid, sig }] });
    expect(openEnvelope(bytes, [other, key].map(publicHalf)).payload).toEqual(payload);
  }
  const forged = sign(null, preAuthEncoding(type, payload), other).toString('base64');
  const bytes = bytesOf({ ...sealed, signatures: [{ keyid: keyId(key), sig: forged }] });
  expect(codeOf(() => openEnvelope(bytes, [publicHalf(key)]))).toBe('feed-signature-bad');
});

test('one good signature among strangers is enough, base64url is read, unknown members are passed over', () => {
  const sealed = frame(sealEnvelope(type, payload, key));
  const strange = { keyid: 'x', sig: Buffer.alloc(64).toString('base64') };
  const url = sealed.signatures[0].sig.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const bytes = bytesOf({ ...sealed, more: 1, signatures: [strange, { sig: url, more: 2 }] });
  expect(openEnvelope(bytes, [publicHalf(key)]).payload).toEqual(payload);
});

test('another type, another payload or no trusted key: the signature is bad', () => {
  const sealed = frame(sealEnvelope(type, payload, key));
  const trust = [publicHalf(key)];
  const others = [
    { ...sealed, payloadType: 'application/x-other' },
    { ...sealed, payload: Buffer.from('{"a":2}').toString('base64') },
  ];
  for (const each of others) expect(codeOf(() => openEnvelope(bytesOf(each), trust))).toBe('feed-signature-bad');
  expect(codeOf(() => openEnvelope(bytesOf(sealed), []))).toBe('feed-signature-bad');
  expect(codeOf(() => openEnvelope(bytesOf(sealed), [publicHalf(other)]))).toBe('feed-signature-bad');
});

test('a broken frame is malformed, and is refused before any signature is tried', () => {
  const sealed = frame(sealEnvelope(type, payload, key));
  const broken = [
    [],
    null,
    { ...sealed, payload: '!!' },
    { ...sealed, payload: 1 },
    { ...sealed, signatures: [] },
    { ...sealed, signatures: Array.from({ length: 17 }, () => sealed.signatures[0]) },
    { ...sealed, signatures: [{ keyid: 'x' }] },
    { payload: sealed.payload, signatures: sealed.signatures },
  ];
  for (const each of broken) {
    expect(codeOf(() => openEnvelope(bytesOf(each), [publicHalf(key)]))).toBe('feed-malformed');
  }
});

test('the well-known key of RFC 8032 test 1 signs and opens', () => {
  const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
  const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex');
  const known = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  expect(sign(null, Buffer.alloc(0), known).toString('hex')).toMatch(/^e5564300c360ac729086e2cc806e828a/);
  expect(openEnvelope(sealEnvelope(type, payload, known), [publicHalf(known)]).payload).toEqual(payload);
});

test('two needed signatures are those of two trusted keys: one twice, a key trusted twice or a stranger makes no second', () => {
  const trust = [key, other].map(publicHalf);
  const alone = sealEnvelope(type, payload, key);
  const signed = countersignEnvelope(alone, other, trust);
  expect(openEnvelope(signed, trust, 2).payload).toEqual(payload);
  expect(openEnvelope(signed, [publicHalf(other)]).payload).toEqual(payload);

  const [mine] = frame(alone).signatures;
  const twice = bytesOf({ ...frame(alone), signatures: [mine, mine, { ...mine, keyid: keyId(other) }] });
  const few: [Uint8Array, typeof trust][] = [
    [alone, trust],
    [twice, trust],
    [twice, [key, key].map(publicHalf)],
    [signed, [publicHalf(key), publicHalf(newSigningKey())]],
  ];
  for (const [bytes, keys] of few) expect(codeOf(() => openEnvelope(bytes, keys, 2))).toBe('feed-signatures-few');
  expect(codeOf(() => openEnvelope(signed, [publicHalf(newSigningKey())], 2))).toBe('feed-signature-bad');
});

test('a signature is added only by a trusted key that has not signed, to what a trusted key has signed', () => {
  const alone = sealEnvelope(type, payload, key);
  const trust = [key, other].map(publicHalf);
  expect(codeOf(() => countersignEnvelope(alone, key, trust))).toBe('key-adds-nothing');
  expect(codeOf(() => countersignEnvelope(alone, newSigningKey(), trust))).toBe('key-adds-nothing');
  expect(codeOf(() => countersignEnvelope(alone, other, [publicHalf(other)]))).toBe('feed-signature-bad');
});

test('a new key takes the place of an old one in an envelope: what others have signed, and the payload, stay', () => {
  const next = newSigningKey();
  const trust = [key, other].map(publicHalf);
  const both = countersignEnvelope(sealEnvelope(type, payload, key), other, trust);
  const anew = resignEnvelope(both, { from: publicHalf(key), to: next, trust });
  expect(frame(anew).payload).toBe(frame(both).payload);
  expect(openEnvelope(anew, [next, other].map(publicHalf), 2).payload).toEqual(payload);
  expect(codeOf(() => openEnvelope(anew, [publicHalf(key)]))).toBe('feed-signature-bad');
  const again = resignEnvelope(anew, { from: publicHalf(key), to: next, trust: [...trust, publicHalf(next)] });
  expect(again).toEqual(anew);
  const strange = () => resignEnvelope(both, { from: publicHalf(key), to: next, trust: [publicHalf(next)] });
  expect(codeOf(strange)).toBe('feed-signature-bad');
});
