import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { searchable } from '#languages/search-words.ts';
import type { TermForm } from '#translation/terms/concept.ts';
import { matchOf } from './asked-match.ts';
import { openTextFile, type TextFile } from './text-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'benthanh-texts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const article = (id: string) => ({ collection: 'articles', id });
const put = (file: TextFile, id: string, text: string) =>
  file.write(() => file.put(article(id), searchable(text).exact));
const find = (file: TextFile, locale: TermForm['locale'], term: string) =>
  file.find(matchOf({ locale, term, status: 'forbidden', stops: false }) ?? '""').map(({ id }) => id);

describe('the index of texts', () => {
  it('finds every text in which a form may stand, its plurals and Chinese too', () => {
    using file = openTextFile(null);
    put(file, 'vi', 'Ở chợ Bến Thành');
    put(file, 'bare', 'o cho Ben Thanh');
    put(file, 'en', 'Two People’s Committees of big Cities');
    put(file, 'fr', 'des Comités municipaux');
    put(file, 'zh', '在胡志明市人民委员会');
    expect(find(file, 'vi', 'Bến Thành')).toEqual(['vi']);
    expect(find(file, 'en', 'People’s Committee')).toEqual(['en']);
    expect(find(file, 'en', 'big city')).toEqual(['en']);
    expect(find(file, 'fr', 'Comité municipal')).toEqual(['fr']);
    expect(find(file, 'zh', '人民委员会')).toEqual(['zh']);
    expect(find(file, 'zh', '会')).toEqual(['zh']);
    expect(matchOf({ locale: 'vi', term: '–', status: 'forbidden', stops: false })).toBeNull();
  });

  it('forgets what a text said before, and texts that are gone', () => {
    using file = openTextFile(null);
    put(file, 'a', 'Cầu Móng');
    put(file, 'a', 'Cầu Mống');
    expect([find(file, 'vi', 'Cầu Móng'), find(file, 'vi', 'Cầu Mống')]).toEqual([[], ['a']]);
    file.write(() => file.remove(article('a')));
    expect(find(file, 'vi', 'Cầu Mống')).toEqual([]);
    put(file, 'b', 'Cầu Móng');
    file.write(() => file.clear());
    expect(find(file, 'vi', 'Cầu Móng')).toEqual([]);
  });

  it('writes all of it or nothing', () => {
    using file = openTextFile(null);
    expect(() =>
      file.write(() => {
        file.put(article('a'), 'một');
        throw new Error('halfway');
      }),
    ).toThrow('halfway');
    expect(find(file, 'vi', 'một')).toEqual([]);
  });

  it('stays on disk with its place in the outbox, and belongs to one holder at a time', () => {
    const path = join(folder, 'texts.db');
    {
      using file = openTextFile(path);
      put(file, 'a', 'Cầu Móng');
      file.setAnchor({ id: 'x', at: '2026-11-27T00:00:00.000Z' });
      using other = openTextFile(path);
      expect(find(other, 'vi', 'Cầu Móng')).toEqual([]);
      expect(other.anchor()).toBeNull();
    }
    using again = openTextFile(path);
    expect(find(again, 'vi', 'Cầu Móng')).toEqual(['a']);
    expect(again.anchor()?.id).toBe('x');
  });

  it('begins anew where the file is damaged', () => {
    const path = join(folder, 'damaged.db');
    writeFileSync(path, 'no database at all, and long enough to be taken for one'.repeat(200));
    using file = openTextFile(path);
    expect(file.anchor()).toBeNull();
    put(file, 'a', 'Cầu Móng');
    expect(find(file, 'vi', 'Cầu Móng')).toEqual(['a']);
  });
});
