import { ok, strictEqual } from 'node:assert';
import { acceptsBrotli } from '#delivery/http/accept-encoding.ts';
import { isUnchanged } from '#delivery/http/conditional.ts';
import { readCursor, writeCursor } from '#delivery/http/cursor.ts';
import { isSameWhole, partOf } from '#delivery/http/range.ts';
import { negotiate, negotiatePublic } from '#languages/negotiate.ts';
import { publicLocaleNamed } from '#languages/public-tags.ts';
import { canonicalOf, planOf } from '#media/iiif/plan.ts';
import { patterns, readRequest } from '#media/iiif/request.ts';
import { bytesOf, type Target, textOf, usualSteps } from '../target.ts';

/** Where the next page begins, as a client gives it back. */
const cursor: Target = {
  name: 'cursor',
  samples: () => [
    bytesOf(writeCursor('q', { value: '2026-01-01', id: 'x' })),
    bytesOf(writeCursor('q', { value: 'Chợ', id: '0'.repeat(32) })),
  ],
  words: ['A', '=', '-', '_', 'W10', 'WzFd', '+', '/', '\u0000'],
  codes: /^cursor-invalid$/,
  steps: usualSteps,
  read: (bytes) => {
    const text = textOf(bytes);
    strictEqual(writeCursor('q', readCursor('q', text)), text);
  },
};

/** Headers that programs send to delivery. */
const headers: Target = {
  name: 'http-headers',
  samples: () =>
    [
      'bytes=0-99',
      'bytes=-5',
      'W/"abc", "def"',
      'Sun, 06 Nov 1994 08:49:37 GMT',
      'br;q=0.5, gzip;q=1, identity;q=0',
      'vi-VN,vi;q=0.9,zh-Hant-HK;q=0.8,*;q=0.1',
    ].map(bytesOf),
  words: [
    'bytes=',
    '-',
    ',',
    ';q=',
    '"',
    'W/',
    '*',
    'br',
    'identity',
    'GMT',
    '999999999999999',
    ' ',
    '\t',
    'zh-Hant',
    '1e9',
  ],
  codes: null,
  steps: usualSteps,
  read: (bytes) => {
    const text = textOf(bytes);
    const part = partOf(text, 1000);
    if (part && typeof part === 'object') ok(part.first >= 0 && part.first <= part.last && part.last < 1000);
    isSameWhole(text, '"a"', 0);
    isUnchanged({ 'if-none-match': text }, '"def"', 0);
    isUnchanged({ 'if-modified-since': text }, '"def"', 0);
    acceptsBrotli(text);
    negotiate(text);
    negotiatePublic(text);
    publicLocaleNamed(text);
  },
};

const offered = { size: { width: 4000, height: 3000 }, limit: { maxWidth: 2000, maxHeight: 2000, maxArea: 3_000_000 } };

/** What a viewer asks of a picture. Whatever is planned lies inside it and under the limit, and is the same by its canonical address. */
const iiif: Target = {
  name: 'iiif-request',
  samples: () =>
    ['full/max/0/default.jpg', '10,20,300,400/!200,200/90/gray.png', 'pct:1.5,2,50,50/^pct:20/!22.5/color.webp'].map(
      bytesOf,
    ),
  words: [
    '/',
    ',',
    'pct:',
    '^',
    '!',
    '.',
    '0',
    '999999999',
    '.000000000001',
    'square',
    'full',
    'max',
    '-1',
    '1e3',
    'bitonal',
    ...Object.keys(patterns),
  ],
  codes: null,
  steps: usualSteps,
  read: (bytes) => {
    const planned = planned1(textOf(bytes));
    if (!planned) return;
    const { region, size } = planned;
    ok(region.left >= 0 && region.top >= 0 && region.width > 0 && region.height > 0);
    ok(region.left + region.width <= 4000 && region.top + region.height <= 3000);
    ok(size.width >= 1 && size.height >= 1 && size.width <= 2000 && size.height <= 2000);
    ok(size.width * size.height <= 3_000_000);
    const address = canonicalOf(planned, offered);
    const again = planned1(address);
    strictEqual(again && canonicalOf(again, offered), address);
  },
};

const planned1 = (address: string) => {
  const [region = '', size = '', rotation = '', last = ''] = address.split('/');
  const dot = last.lastIndexOf('.');
  const read = readRequest({
    region,
    size,
    rotation,
    quality: last.slice(0, Math.max(0, dot)),
    format: last.slice(dot + 1),
  });
  const plan = 'request' in read ? planOf(read.request, offered) : null;
  return plan && 'plan' in plan ? plan.plan : null;
};

export const questionTargets: readonly Target[] = [cursor, headers, iiif];
