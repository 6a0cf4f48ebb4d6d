import { createHash } from 'node:crypto';

const at = '2026-03-01T12:00:00.000Z';
const idOf = (name: string) => createHash('sha256').update(name).digest('base64url').slice(0, 22);
const edition = (slug: string, title: string) => ({
  ...{ slug, title, appearsAt: null, vanishesAt: null, publishedAt: at, updatedAt: at },
  ...{ state: 'original', source: 'vi', sourceUpdatedAt: at },
});
const recordOf = (type: string, vi: object) => ({ type, id: idOf(type), editions: { vi: [vi] }, formerSlugs: {} });

const text = (words: string, ...marks: string[]) => ({ type: 'text', text: words, ...(marks.length > 0 && { marks }) });
const every = ['bold', 'italic', 'underline', 'strikethrough', 'subscript', 'superscript', 'code'];
const item = (words: string, list?: object) => ({ children: [text(words)], ...(list && { list }) });
const cell = (header: boolean, words: string) => ({ header, colSpan: 1, rowSpan: 1, children: [text(words)] });

/** Every kind of block, of run and of link that a body can hold. */
const everything = [
  { type: 'heading', level: 2, children: [text('Giờ mở cửa')] },
  {
    type: 'paragraph',
    children: [
      text('Mọi kiểu chữ', ...every),
      { type: 'break' },
      { type: 'link', to: { href: 'https://example.org/?a=1&b=2' }, children: [text('bên ngoài'), { type: 'break' }] },
      { type: 'link', to: { document: { type: 'topic', id: idOf('topic') } }, children: [text('bên trong', 'bold')] },
    ],
  },
  { type: 'quote', children: [text('“Đi chợ”')] },
  { type: 'rule' },
  {
    type: 'list',
    ordered: true,
    items: [item('một', { type: 'list', ordered: false, items: [item('một rưỡi')] }), item('hai')],
  },
  { type: 'image', image: idOf('image'), caption: null },
  { type: 'table', rows: [[cell(true, 'Ngày'), cell(true, 'Giờ')], [cell(true, 'Thứ hai'), { ...cell(false, '6–18'), colSpan: 2 }]] },
  {
    type: 'facts',
    title: 'Tóm tắt',
    blocks: [
      { type: 'paragraph', children: [text('1914')] },
      { type: 'list', ordered: false, items: [item('chợ')] },
    ],
  },
];

const article = {
  ...edition('moi-thu', 'Mọi thứ'),
  ...{ summary: '', body: everything, cover: null, topics: [idOf('topic')], places: [idOf('place')], agency: idOf('agency') },
};
const event = {
  ...edition('le-hoi', 'Lễ hội'),
  ...{ summary: '', body: [], cover: null, kind: 'press-tour', status: 'postponed', startsAt: at, endsAt: at, allDay: true },
  ...{ zone: 'Asia/Ho_Chi_Minh', place: idOf('place'), organiser: idOf('agency'), topics: [] },
};
const place = {
  ...edition('cho', 'Chợ'),
  ...{ summary: '', address: 'Lê Lợi', position: { latitude: 10.7725, longitude: 106.698 } },
};
const topic = { ...edition('van-hoa', 'Văn hóa'), summary: '', parent: null };
const agency = {
  ...edition('so-du-lich', 'Sở Du lịch'),
  ...{ summary: '', website: 'https://example.org/', email: 'a@example.org', phone: null },
};

const album = {
  ...edition('cho-xua', 'Chợ xưa'),
  ...{ description: 'Những khu chợ cũ.', parent: null, cover: idOf('image'), agency: idOf('agency') },
};
const kit = {
  ...album,
  press: { text: 'Một\n\nHai', contacts: [{ name: 'Phòng Báo chí', role: null, organisation: null, phone: '+84 28 1', email: null }] },
};
const culture = { ...edition('wenhua', '文化发展'), summary: '', parent: null, state: 'human' };
const converted = { ...culture, title: '文化發展', converted: { from: 'zh-Hans' } };
const inBoth = (written: object, made: object) => ({
  ...recordOf('topic', topic),
  editions: { vi: [topic], 'zh-Hans': [written], 'zh-Hant': [made] },
  formerSlugs: { 'zh-Hans': ['wen-hua'], 'zh-Hant': ['wen-hua'] },
});

const albumOf = (members: unknown) => ({ ...recordOf('album', album), ...(members !== undefined && { members }) });

const cropOf = (width: number, height: number) => ({ x: 0, y: 0, width, height });
/** What an edition of an image has only where somebody has said something of it. */
export const imageMembers = {
  ...{ holder: 'City archive', terms: 'Name us', webStatement: 'https://example.org/rights', maxSide: 1600, download: true, mark: true },
  ...{ uses: ['web', 'print'], territories: ['VN', 'ASEAN'], people: [{ slug: 'an', name: 'An' }], headline: 'Dawn' },
  ...{ extendedDescription: 'A hall', event: 'Fair', copyright: '© City', keywords: ['market'], sourceType: 'digitalCapture' },
  crops: { '16:9': { ...cropOf(1600, 900), set: true }, '4:3': cropOf(1200, 900), '1:1': cropOf(900, 900), '9:16': cropOf(506, 900) },
};

/** Valid records by name: together they use every member and every block of the format. */
export const goodRecords: Readonly<Record<string, object>> = {
  'put-everything': recordOf('article', article),
  'put-while-languages-are-awaited': { ...recordOf('article', article), awaited: { fr: 'fallback', 'zh-Hans': 'none', 'zh-Hant': 'none' } },
  'put-event': recordOf('event', event),
  'put-place': recordOf('place', place),
  'put-topic': recordOf('topic', topic),
  'put-topic-in-both-scripts': inBoth(culture, converted),
  'put-agency': recordOf('agency', agency),
  'put-album': albumOf([idOf('image'), idOf('another image')]),
  'put-press-kit': { ...recordOf('album', kit), members: [idOf('image')] },
};

const withBody = (...body: object[]) => recordOf('article', { ...article, body });

/** Records that no reader may take, each for one reason. */
export const badRecords: Readonly<Record<string, object>> = {
  'awaited-in-no-known-way': { ...recordOf('article', article), awaited: { fr: 'soon' } },
  'awaited-in-unknown-language': { ...recordOf('article', article), awaited: { ja: 'none' } },
  'event-of-unknown-kind': recordOf('event', { ...event, kind: 'war' }),
  'place-beyond-the-pole': recordOf('place', { ...place, position: { latitude: 90.5, longitude: 0 } }),
  'slug-with-capitals': recordOf('topic', { ...topic, slug: 'Van-Hoa' }),
  'title-missing': recordOf('topic', { ...topic, title: '' }),
  'member-missing': recordOf('topic', { ...topic, parent: undefined }),
  'block-unknown': withBody({ type: 'video' }),
  'heading-of-level-1': withBody({ type: 'heading', level: 1, children: [] }),
  'mark-unknown': withBody({ type: 'paragraph', children: [text('x', 'blink')] }),
  'link-in-a-link': withBody({
    type: 'paragraph',
    children: [{ type: 'link', to: { href: 'https://a.test' }, children: [{ type: 'link', to: { href: 'https://b.test' }, children: [] }] }],
  }),
  'heading-in-facts': withBody({ type: 'facts', title: 'x', blocks: [{ type: 'heading', level: 2, children: [] }] }),
  'album-without-members': albumOf(undefined),
  'album-member-that-is-no-id': albumOf(['image']),
  'topic-with-members': { ...recordOf('topic', topic), members: [] },
  'converted-without-a-label': inBoth(culture, culture),
  'label-of-what-was-written': inBoth(converted, converted),
  'converted-from-itself': inBoth(culture, { ...converted, converted: { from: 'zh-Hant' } }),
  'written-in-what-nobody-writes': inBoth({ ...culture, source: 'zh-Hant' }, converted),
  'number-as-text': recordOf('agency', { ...agency, phone: 84 }),
};
