import { deepStrictEqual, strictEqual } from 'node:assert';
import { Failure } from '#errors/failure.ts';
import { openChunks, sealChunks } from '#sealing/chunks.ts';
import { readHeader, writeHeader } from '#sealing/header.ts';
import { newKeyFile, readKeyFile } from '#sealing/key-file.ts';
import { bytesOf, inPieces, latin, type Target, textOf, usualSteps } from '../target.ts';

const key = { key: Buffer.alloc(32, 7), bound: Buffer.from('bound') };
const plain = Buffer.alloc(70_000, 'content');

const stream = async function* (bytes: Uint8Array) {
  yield* inPieces(bytes);
};

const sealed = async (): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  for await (const chunk of sealChunks(key, stream(plain))) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** Content that was sealed: nothing is opened but what was sealed, from its beginning. */
const content: Target = {
  name: 'sealed-content',
  samples: async () => [await sealed()],
  words: latin('\0', '\xff', '\0'.repeat(16)),
  codes: /^sealed-damaged$/,
  steps: usualSteps,
  read: async (bytes) => {
    const opened: Buffer[] = [];
    const damaged = () => new Failure('sealed-damaged', { file: 'x' });
    try {
      for await (const chunk of openChunks(key, stream(bytes), damaged)) opened.push(chunk);
    } finally {
      const whole = Buffer.concat(opened);
      strictEqual(whole.compare(plain.subarray(0, whole.length)), 0);
    }
    strictEqual(Buffer.concat(opened).length, plain.length);
  },
};

const wrapped = { generation: 3, nonce: Buffer.alloc(12, 1), wrapped: Buffer.alloc(48, 2) };

const header: Target = {
  name: 'sealed-header',
  samples: () => [
    writeHeader({ level: 'mat', keys: [wrapped, null] }),
    writeHeader({ level: 'restricted', keys: [null, wrapped] }),
  ],
  words: latin('BTSEAL\0\x01', '\0', '\x01\0\0\0', '\xff\xff\xff\xff'),
  codes: null,
  steps: usualSteps,
  read: (bytes) => {
    const read = readHeader(Buffer.from(bytes));
    if (read) deepStrictEqual(readHeader(writeHeader(read)), read);
  },
};

const keyFile: Target = {
  name: 'key-file',
  samples: () => [bytesOf(JSON.stringify({ ...newKeyFile('mat', 1, Buffer.from('unlock')), salt: undefined }))],
  words: ['{', '}', '"', ',', ':', '"scrypt":', '"n":131072', '"n":1073741824', 'null', '[', '='],
  codes: /^seal-key-damaged$/,
  steps: usualSteps,
  read: (bytes) => strictEqual(readKeyFile(textOf(bytes), 'x').scrypt.n, 131_072),
};

export const sealedTargets: readonly Target[] = [content, header, keyFile];
