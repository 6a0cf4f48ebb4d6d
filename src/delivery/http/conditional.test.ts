import { describe, expect, it } from 'vitest';
import { acceptsBrotli } from './accept-encoding.ts';
import { isUnchanged, namesTag } from './conditional.ts';

describe('If-None-Match', () => {
  it('is a list, compared weakly', () => {
    expect(namesTag('"a"', '"a"')).toBe(true);
    expect(namesTag('W/"a"', '"a"')).toBe(true);
    expect(namesTag('"x", W/"y" , "a"', '"a"')).toBe(true);
    expect(namesTag('"x,a", "b"', '"a"')).toBe(false);
    expect(namesTag('*', '"a"')).toBe(true);
    expect(namesTag(' * ', '"a"')).toBe(true);
    expect(namesTag(', "x",, "a",', '"a"')).toBe(true);
  });

  it('survives nonsense', () => {
    for (const header of ['', ',', 'a', '"a', 'W/', '"x" "a"', '"x",,']) expect(namesTag(header, '"a"')).toBe(false);
  });

  it('alone decides where it stands', () => {
    const since = 'Wed, 01 Jan 2031 00:00:00 GMT';
    expect(isUnchanged({ 'if-none-match': '"b"', 'if-modified-since': since }, '"a"', 0)).toBe(false);
    expect(isUnchanged({ 'if-modified-since': since }, '"a"', 0)).toBe(true);
  });
});

describe('If-Modified-Since', () => {
  it('compares whole seconds and ignores what is no date', () => {
    const modified = Date.parse('2026-01-01T00:00:00.900Z');
    expect(isUnchanged({ 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' }, '"a"', modified)).toBe(true);
    expect(isUnchanged({ 'if-modified-since': 'Wed, 31 Dec 2025 23:59:59 GMT' }, '"a"', modified)).toBe(false);
  });

  it.each(['yesterday', '2027', '2031-01-01T00:00:00Z', 'Wed, 01 Foo 2031 00:00:00 GMT', '', 'GMT'])(
    'that is no date of HTTP (%s) is passed over',
    (header) => {
      expect(isUnchanged({ 'if-modified-since': header }, '"a"', 0)).toBe(false);
    },
  );

  it.each(['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])(
    'may be written as %s',
    (header) => {
      const instant = Date.parse('1994-11-06T08:49:37Z');
      expect(isUnchanged({ 'if-modified-since': header }, '"a"', instant)).toBe(true);
      expect(isUnchanged({ 'if-modified-since': header }, '"a"', instant + 1000)).toBe(false);
    },
  );
});

describe('Accept-Encoding', () => {
  it('is believed about brotli, weights and all', () => {
    expect(acceptsBrotli(undefined)).toBe(false);
    expect(acceptsBrotli('gzip, deflate, br')).toBe(true);
    expect(acceptsBrotli('br;q=0, *')).toBe(false);
    expect(acceptsBrotli('*;q=0.5')).toBe(true);
    expect(acceptsBrotli('gzip')).toBe(false);
    expect(acceptsBrotli('BR;Q=1.0')).toBe(true);
    expect(acceptsBrotli('br;q=abc')).toBe(false);
  });

  it('is served without coding where that is liked better, or nothing else is allowed', () => {
    expect(acceptsBrotli('br;q=0.5, identity')).toBe(false);
    expect(acceptsBrotli('br;q=0.5, identity;q=0.5')).toBe(true);
    expect(acceptsBrotli('br, identity;q=0')).toBe(true);
    expect(acceptsBrotli('identity')).toBe(false);
    expect(acceptsBrotli('identity;q=0')).toBe(false);
    expect(acceptsBrotli('')).toBe(false);
  });
});
