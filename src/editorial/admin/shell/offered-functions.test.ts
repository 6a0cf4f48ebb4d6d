import { describe, expect, it } from 'vitest';
import { isOffered, notOffered } from './offered-functions.ts';

describe('functions that pages call', () => {
  it('R57: are those of forms, documents, fields, lists and tables', () => {
    for (const name of ['form-state', 'render-document', 'render-field', 'render-list', 'table-state'])
      expect(isOffered({ name, args: { collectionSlug: 'articles' } }), name).toBe(true);
  });

  it.each(['constructor', 'toString', '__proto__', 'schedule-publish', 'copy-data-from-locale', 'nothing', ''])(
    'R57: %s is none of them',
    (name) => {
      expect(isOffered({ name, args: {} })).toBe(false);
    },
  );

  it.each([null, undefined, 'form-state', ['form-state'], {}, { name: null }, { name: ['form-state'] }])(
    'R57: %j is no call',
    (call) => {
      expect(isOffered(call)).toBe(false);
    },
  );

  it.each([
    ['vi', 'Vai trò của bạn không được làm việc này. Nếu cần, hãy hỏi quản trị viên.'],
    ['en', 'Your role'],
  ])('are refused in the language of whoever asks: %s', (language, words) => {
    const { status, code, detail } = notOffered(new Headers({ 'accept-language': language }));
    expect([status, code, detail]).toEqual([403, 'forbidden', expect.stringContaining(words)]);
  });
});
