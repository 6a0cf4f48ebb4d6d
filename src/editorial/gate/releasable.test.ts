import { describe, expect, it } from 'vitest';
import { type Held, judge, judgeReferences, stanceOf } from './releasable.ts';

const strict = { selfPublish: false };
const at = '2026-01-01T00:00:00.000Z';

const article = (document: object = {}, marking: object | null = {}): Held => ({
  document: {
    id: 'a',
    _status: { vi: 'published', en: 'draft' },
    firstPublished: { vi: at },
    lastPublished: { vi: at },
    publishedBy: { vi: 'publisher' },
    standing: { vi: { by: 'publisher', authors: ['writer'] } },
    ...document,
  },
  marking: marking && { level: 'public', compartments: [], subjectType: 'articles', subjectId: 'a', ...marking },
});

const image = (document: object = {}): Held => ({
  document: {
    id: 'i',
    credit: 'Photo',
    rights: 'http://creativecommons.org/licenses/by/4.0/',
    master: { sha256: 'ab' },
    slug: { vi: 'cho' },
    title: { vi: 'Chợ' },
    alt: { vi: 'Một khu chợ' },
    createdBy: 'curator',
    releasedBy: 'second',
    ...document,
  },
  marking: { level: 'public', subjectType: 'images', subjectId: 'i' },
});

describe('a text may be public', () => {
  it('in the languages that were published by somebody who did not write them alone', () => {
    expect(judge('articles', article(), strict)).toEqual({ locales: ['vi'], withheld: [] });
  });

  it.each(['internal', 'restricted', 'mat', 'toi_mat', 'tuyet_mat', 'unreviewed', 'Public', ''])(
    'never when marked %j',
    (level) => {
      expect(judge('articles', article({}, { level }), strict)).toEqual({ refused: 'not-public' });
    },
  );

  it('never with a compartment', () => {
    expect(judge('articles', article({}, { compartments: ['x'] }), strict)).toEqual({ refused: 'not-public' });
  });

  it('never without a marking, or with the marking of another document', () => {
    expect(judge('articles', article({}, null), strict)).toEqual({ refused: 'marking-missing' });
    expect(judge('articles', article({}, { subjectId: 'b' }), strict)).toEqual({ refused: 'marking-foreign' });
    expect(judge('articles', article({}, { subjectType: 'events' }), strict)).toEqual({ refused: 'marking-foreign' });
  });

  it('never when no language is published, or when it is in the bin', () => {
    expect(judge('articles', article({ _status: { vi: 'draft' } }), strict)).toEqual({ refused: 'unpublished' });
    expect(judge('articles', article({ deletedAt: at }), strict)).toEqual({ refused: 'missing' });
    expect(judge('articles', { document: null, marking: null }, strict)).toEqual({ refused: 'missing' });
  });

  it('not in a language whose status nobody set by publishing', () => {
    const withheld = [{ locale: 'vi', code: 'no-publisher' }];
    expect(judge('articles', article({ publishedBy: {} }), strict)).toEqual({ locales: [], withheld });
    expect(judge('articles', article({ lastPublished: null }), strict)).toEqual({ locales: [], withheld });
    expect(judge('articles', article({ standing: {} }), strict)).toEqual({ locales: [], withheld });
    const another = article({ standing: { vi: { by: 'somebody', authors: ['writer'] } } });
    expect(judge('articles', another, strict)).toEqual({ locales: [], withheld });
  });

  it('not when its only writer published it, unless the deployment allows that', () => {
    const own = article({ standing: { vi: { by: 'publisher', authors: ['publisher'] } } });
    expect(judge('articles', own, strict)).toEqual({ locales: [], withheld: [{ locale: 'vi', code: 'own-text' }] });
    expect(judge('articles', own, { selfPublish: true })).toEqual({ locales: ['vi'], withheld: [] });
    const both = article({ standing: { vi: { by: 'publisher', authors: ['publisher', 'writer'] } } });
    expect(judge('articles', both, strict)).toMatchObject({ locales: ['vi'] });
  });
});

describe('a picture may be public', () => {
  it('when it is complete and a second person released it', () => {
    expect(judge('images', image(), strict)).toEqual({ locales: ['vi'], withheld: [] });
  });

  it.each([{ credit: '' }, { credit: null }, { alt: { vi: ' ' } }, { alt: null }, { master: {} }])(
    'not with %j',
    (missing) => {
      expect(judge('images', image(missing), strict)).toEqual({ refused: 'image-incomplete' });
    },
  );

  it('not when nothing of its master can be shown, whoever released it', () => {
    const master = { sha256: 'ab', display: 'none' };
    expect(judge('images', image({ master }), strict)).toEqual({ refused: 'image-not-shown' });
    for (const display of ['whole', 'preview', null]) {
      expect(judge('images', image({ master: { ...master, display } }), strict)).toMatchObject({ locales: ['vi'] });
    }
  });

  it('not before somebody else released it', () => {
    expect(judge('images', image({ releasedBy: null }), strict)).toEqual({ refused: 'image-unreleased' });
    expect(judge('images', image({ releasedBy: 'curator' }), strict)).toEqual({ refused: 'image-unreleased' });
    expect(judge('images', image({ releasedBy: 'curator' }), { selfPublish: true })).toMatchObject({ locales: ['vi'] });
  });
});

describe('an album may be public', () => {
  const album = (document: object = {}, marking: object = {}) => ({
    document: {
      id: 'a',
      slug: { vi: 'cho' },
      title: { vi: 'Chợ' },
      createdBy: 'curator',
      releasedBy: 'second',
      ...document,
    },
    marking: { level: 'public', subjectType: 'albums', subjectId: 'a', ...marking },
  });

  it('in the languages in which it has a title and an address', () => {
    const two = album({ slug: { vi: 'cho', en: 'market' }, title: { vi: 'Chợ', fr: 'Marché' } });
    expect(judge('albums', two, strict)).toEqual({ locales: ['vi'], withheld: [] });
    expect(judge('albums', album({ title: { vi: ' ' } }), strict)).toEqual({ refused: 'album-incomplete' });
  });

  it('only when it is marked so itself, and released by somebody who did not make it', () => {
    expect(judge('albums', album({}, { level: 'internal' }), strict)).toEqual({ refused: 'not-public' });
    expect(judge('albums', album({}, { subjectType: 'images' }), strict)).toEqual({ refused: 'marking-foreign' });
    expect(judge('albums', album({ releasedBy: null }), strict)).toEqual({ refused: 'album-unreleased' });
    expect(judge('albums', album({ releasedBy: 'curator' }), strict)).toEqual({ refused: 'album-unreleased' });
    expect(judge('albums', album({ releasedBy: 'curator' }), { selfPublish: true })).toMatchObject({ locales: ['vi'] });
  });
});

describe('the rights of a picture', () => {
  const now = new Date('2026-06-01T00:00:00.000Z');
  const [before, after] = ['2026-05-31T23:59:59.999Z', '2026-06-01T00:00:00.001Z'];
  const record = (fields: object) => ({ rightsRecord: { id: 'r', ...fields } });
  const consents = (...all: object[]) => ({ consents: all.map((fields) => ({ id: 'c', kind: 'adult', ...fields })) });
  const verdict = (fields: object) => judge('images', image(fields), strict, now);
  const open = { locales: ['vi'], withheld: [] };

  it.each([
    ['rights-missing', { rights: null }],
    ['rights-missing', { rights: ' ', ...record({ rights: null }) }],
    ['rights-unreadable', { rightsRecord: 'an id of nothing' }],
    ['rights-unreadable', { consents: ['an id of nothing'] }],
    ['rights-expired', record({ validUntil: 'one day' })],
    ['rights-unreadable', { people: 'perhaps' }],
    ['rights-not-web', record({ uses: ['print', 'social', 'commercial'] })],
    ['rights-expired', record({ validUntil: before })],
    ['rights-expired', record({ validUntil: now })],
    ['consent-withdrawn', consents({}, { withdrawnOn: after })],
    ['consent-expired', consents({ validUntil: after }, { validUntil: before })],
    ['consent-not-web', consents({ uses: ['print'] })],
    ['consent-missing', { people: 'not-released' }],
    ['consent-missing', { people: 'not-released', ...consents({}) }],
    ['consent-missing', { people: 'released' }],
    ['consent-missing', { minors: true, ...consents({ kind: 'adult' }) }],
  ])('close it by %s: %j', (refused, fields) => {
    expect(verdict(fields)).toEqual({ refused });
    expect(stanceOf('images', image(fields), strict, now)).toBe('lapsed');
  });

  it.each([
    [record({ uses: [] })],
    [record({ uses: ['print', 'web'] })],
    [record({ validUntil: after, embargo: after, validFrom: after })],
    [{ rights: null, credit: null, ...record({ rights: 'http://creativecommons.org/licenses/by/4.0/', credit: 'A' }) }],
    [consents({ uses: ['web'], validUntil: after, withdrawnOn: null })],
    [{ people: 'none' }],
    [{ people: 'released', ...consents({}) }],
    [{ minors: true, people: 'released', ...consents({ kind: 'minor' }) }],
    [{ rightsRecord: null, consents: [], people: null, minors: null }],
  ])('leave it open: %j', (fields) => {
    expect(verdict(fields)).toEqual(open);
  });

  const by = 'http://creativecommons.org/licenses/by/4.0/';
  const open4 = { level: 'public' };
  const album = (id: string, rightsRecord: unknown, more: object = {}) => ({
    ...{ id, within: null, rightsRecord, marking: open4, ...more },
  });
  const around = (memberOf: string[], ...albums: object[]) => ({ albumsAround: { memberOf, albums } });
  const bare = { rights: null, credit: null };
  const full = { id: 'r', rights: by, credit: 'Album' };

  it.each([
    ['rights-missing', { ...bare, ...around(['a'], album('a', full, { marking: { level: 'restricted' } })) }],
    ['rights-missing', { ...bare, ...around(['a'], album('a', full, { marking: { ...open4, compartments: ['x'] } })) }],
    ['rights-missing', { ...bare, ...around(['a'], album('a', full, { marking: null })) }],
    ['rights-missing', { ...bare, ...around(['b'], album('a', full), album('b', null)) }],
    ['rights-unreadable', { ...bare, ...around(['a'], album('a', 'an id of nothing')) }],
    ['rights-unreadable', around(['a'], album('a', 'an id of nothing'))],
    ['rights-unreadable', { albumsAround: 'broken' }],
    ['rights-expired', around(['a'], album('a', { id: 'r', validUntil: before }))],
    ['rights-not-web', around(['a'], album('a', { id: 'r', uses: ['print'] }))],
    ['rights-contradict', around(['a', 'b'], album('a', full), album('b', { ...full, embargo: after }))],
    ['rights-contradict', { ...bare, ...around(['a', 'b'], album('a', full), album('b', { id: 's' })) }],
    [
      'rights-contradict',
      around(['a', 'b'], album('a', { id: 'r', uses: ['web'] }), album('b', { id: 's', uses: ['print', 'web'] })),
    ],
  ])('close it by what its albums give: %s %j', (refused, fields) => {
    expect(verdict(fields)).toEqual({ refused });
    expect(stanceOf('images', image(fields), strict, now)).toBe('lapsed');
  });

  it.each([
    [{ ...bare, ...around(['a'], album('a', full)) }],
    [{ ...bare, ...around(['a'], album('a', full, { marking: { level: 'internal', compartments: [] } })) }],
    [{ ...bare, ...around(['a'], album('a', null, { within: 'p' }), album('p', full)) }],
    // The nearest, whatever those above it say
    [around(['a'], album('a', full, { within: 'p' }), album('p', { id: 's', validUntil: before }))],
    [around(['a', 'p'], album('a', full, { within: 'p' }), album('p', { id: 's', validUntil: before }))],
    // What the picture or its own record says comes first
    [{ ...record({ uses: ['web'] }), ...around(['a'], album('a', { id: 's', uses: ['print'] })) }],
    [{ ...record({ validUntil: after }), ...around(['a'], album('a', { id: 's', validUntil: before })) }],
    [around(['a', 'b'], album('a', { id: 'r', rights: by }), album('b', { id: 's', rights: 'another' }))],
    // Two that say the same
    [{ ...bare, ...around(['a', 'b'], album('a', full), album('b', { ...full, id: 's', uses: [], terms: {} })) }],
  ])('leave it open by what its albums give: %j', (fields) => {
    expect(verdict(fields)).toEqual(open);
  });

  it('count only for a picture that is public otherwise: what was never released is closed, what is marked is barred', () => {
    const lapsed = { ...record({ validUntil: before }) };
    expect(stanceOf('images', image({ ...lapsed, releasedBy: null }), strict, now)).toBe('closed');
    const marked = { ...image(lapsed), marking: { level: 'restricted', subjectType: 'images', subjectId: 'i' } };
    expect(stanceOf('images', marked, strict, now)).toBe('barred');
  });

  it('do not keep in a text that shows it', () => {
    expect(judgeReferences([{ use: 'shown', stance: 'lapsed' }])).toBeNull();
  });
});

describe('references', () => {
  it('bar a text when they are marked above internal', () => {
    const stance = stanceOf('articles', article({}, { level: 'restricted' }), strict);
    expect(stance).toBe('barred');
    expect(judgeReferences([{ use: 'linked', stance }])).toBe('reference-restricted');
  });

  it('bar a text that shows a picture which is not public', () => {
    expect(judgeReferences([{ use: 'shown', stance: stanceOf('images', image({ releasedBy: null }), strict) }])).toBe(
      'reference-hidden',
    );
  });

  it('bar nothing where they are only listed, however restricted they are', () => {
    const stance = stanceOf('articles', article({}, { level: 'restricted' }), strict);
    expect(judgeReferences([{ use: 'listed', stance }])).toBeNull();
  });

  it('bar nothing when they are only not published, or gone', () => {
    const draft = stanceOf('articles', article({ _status: {} }), strict);
    const gone = stanceOf('images', { document: null, marking: null }, strict);
    expect([draft, gone]).toEqual(['closed', 'gone']);
    expect(
      judgeReferences([
        { use: 'linked', stance: draft },
        { use: 'shown', stance: gone },
      ]),
    ).toBeNull();
  });
});
