import type { Where } from 'payload';
import { expect, it } from 'vitest';
import { inEitherScript } from './in-either-script.ts';

const title = (text: string) => ({ title: { like: text } });

it('looks for Chinese words in both scripts, as typed first', () => {
  expect(inEitherScript(title('發展'))).toEqual({ and: [{ or: [title('發展'), title('发展')] }] });
  expect(inEitherScript(title('发展'))).toEqual({ and: [{ or: [title('发展'), title('發展')] }] });
  expect(inEitherScript(title('范五老'))).toEqual({ and: [{ or: [title('范五老')] }] });
});

it('does so at any depth, and loses no other condition', () => {
  const where = {
    kind: { equals: '發展' },
    slug: { contains: '发', not_equals: 'x' },
    or: [title('市'), { and: [title('chợ'), title('頭髮')] }],
    and: [{ id: { in: ['1'] } }],
  };
  const slug = (operators: object) => ({ slug: operators });
  expect(inEitherScript(where)).toEqual({
    kind: { equals: '發展' },
    or: [{ and: [{ or: [title('市')] }] }, { and: [title('chợ'), { and: [{ or: [title('頭髮'), title('头发')] }] }] }],
    and: [
      { id: { in: ['1'] } },
      slug({ not_equals: 'x' }),
      { or: [slug({ contains: '发' }), slug({ contains: '發' })] },
    ],
  });
});

it('leaves alone what asks for nothing in Chinese, and what is no query', () => {
  const queries: unknown[] = [{}, title('Chợ'), { and: 'x' }, { or: [null, 'x'] }, { title: 'x' }, { title: null }];
  for (const where of queries) expect(inEitherScript(where as Where)).toEqual(where);
});
