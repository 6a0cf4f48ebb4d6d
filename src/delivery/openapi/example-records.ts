import type { PublicRecord } from '#record/records.ts';

const ids = {
  article: 'pX3vVJm0Q1mC7nqfZk2h9A',
  event: 'Zr8tY2wLTk6cB1sNf0aJmQ',
  image: 'hW5kD9xEQ7iR3oUvGy1pSg',
  place: 'mB4zC6nAS8eT0lKjXw2rVQ',
  topic: 'dF7gH1yPU9aN5iLqOe3tRw',
  agency: 'uK2sJ8vMW4oX6bZcIh0fYA',
  album: 'nQ5wE1rTY7uI9oPaSd3fGA',
};

const edition = (slug: string, title: string) => ({
  slug,
  title,
  appearsAt: null,
  vanishesAt: null,
  publishedAt: '2026-02-14T02:00:00.000Z',
  updatedAt: '2026-03-01T08:30:00.000Z',
  state: 'human' as const,
  source: 'vi' as const,
  sourceUpdatedAt: '2026-02-28T03:15:00.000Z',
});

const source = (type: 'image/webp' | 'image/jpeg', digit: string) => ({
  type,
  width: 640,
  height: 427,
  blob: digit.repeat(64),
  bytes: 48_213,
});

const summary = 'Before six in the morning the market hall smells of lemongrass and wet stone.';

/** One document of each type, so that the reference can show what answers look like. Rendered by the very same views. */
export const exampleRecords: readonly PublicRecord[] = [
  {
    type: 'article',
    id: ids.article,
    formerSlugs: {},
    editions: {
      en: [
        {
          ...edition('the-market-wakes-first', 'The market wakes first'),
          summary,
          body: [
            { type: 'paragraph', children: [{ type: 'text', text: 'The first boats arrive at four.' }] },
            {
              type: 'facts',
              title: 'In short',
              blocks: [{ type: 'paragraph', children: [{ type: 'text', text: 'Opened in March 1914.' }] }],
            },
          ],
          cover: ids.image,
          topics: [ids.topic],
          places: [ids.place],
          agency: ids.agency,
        },
      ],
    },
  },
  {
    type: 'event',
    id: ids.event,
    formerSlugs: {},
    editions: {
      en: [
        {
          ...edition('river-festival', 'River Festival'),
          summary: 'Boats, lanterns and music along the quays.',
          body: [{ type: 'paragraph', children: [{ type: 'text', text: 'The parade begins at dusk.' }] }],
          cover: ids.image,
          kind: 'festival',
          status: 'confirmed',
          startsAt: '2026-05-30T11:00:00.000Z',
          endsAt: '2026-06-07T15:00:00.000Z',
          allDay: false,
          zone: 'Asia/Ho_Chi_Minh',
          place: ids.place,
          organiser: ids.agency,
          topics: [ids.topic],
        },
      ],
    },
  },
  {
    type: 'image',
    id: ids.image,
    formerSlugs: {},
    editions: {
      en: [
        {
          ...edition('market-hall-at-dawn', 'The market hall at dawn'),
          alt: 'A market hall with a clock tower in the first light, porters with baskets before it',
          caption: 'The south gate, a little before six.',
          headline: 'The city wakes at its market',
          keywords: ['market', 'dawn'],
          sourceType: 'digitalCapture',
          credit: 'City Image Archive',
          creator: 'City Image Archive',
          rights: 'http://creativecommons.org/licenses/by/4.0/',
          terms: 'Please name the creator and the archive',
          download: true,
          uses: ['web', 'print', 'social'],
          territories: ['VN', 'LA', 'KH'],
          people: [{ slug: 'nguyen-thi-binh', name: 'Nguyễn Thị Bình' }],
          date: '2025-11',
          width: 2400,
          height: 1600,
          focus: [0.5, 0.4],
          crops: {
            '16:9': { x: 0, y: 60, width: 2400, height: 1350, set: true },
            '4:3': { x: 133, y: 0, width: 2133, height: 1600 },
            '1:1': { x: 400, y: 0, width: 1600, height: 1600 },
            '9:16': { x: 750, y: 0, width: 900, height: 1600 },
          },
          thumbhash: 'YJqGPQw7sFlslqhFafSE+Q6oJ1h2iHB2Rw==',
          sources: [source('image/webp', 'a'), source('image/jpeg', 'b')],
          topics: [ids.topic],
          places: [ids.place],
          agency: ids.agency,
        },
      ],
    },
  },
  {
    type: 'place',
    id: ids.place,
    formerSlugs: {},
    editions: {
      en: [
        {
          ...edition('ben-thanh-market', 'Bến Thành Market'),
          summary: 'The market hall in the middle of the city.',
          address: 'Lê Lợi Street, Bến Thành Ward, Ho Chi Minh City',
          position: { latitude: 10.7725, longitude: 106.698 },
        },
      ],
    },
  },
  {
    type: 'topic',
    id: ids.topic,
    formerSlugs: {},
    editions: {
      en: [
        {
          ...edition('culture', 'Culture'),
          summary: 'Arts, crafts, books and the everyday ways of a river city.',
          parent: null,
        },
      ],
    },
  },
  {
    type: 'agency',
    id: ids.agency,
    formerSlugs: {},
    editions: {
      en: [
        {
          ...edition('visitor-support-centre', 'Visitor Support Centre'),
          summary: 'Gives directions, suggests routes and answers the questions of visitors.',
          website: 'https://visitors.example.org/',
          email: 'contact@visitors.example.org',
          phone: '+84 28 0000 0000',
        },
      ],
    },
  },
  {
    type: 'album',
    id: ids.album,
    formerSlugs: {},
    editions: {
      en: [
        {
          ...edition('markets-of-the-city', 'Markets of the city'),
          description: 'Market halls, floating markets and the streets that turn into one at dawn.',
          parent: null,
          cover: ids.image,
          agency: ids.agency,
          press: {
            text: 'Ho Chi Minh City has more than two hundred markets.\n\nThese pictures show the day from the first boats to the last lights.',
            contacts: [
              {
                name: 'Press desk',
                role: 'Enquiries of foreign media',
                organisation: 'Visitor Support Centre',
                phone: '+84 28 0000 0000',
                email: 'press@visitors.example.org',
              },
            ],
          },
        },
      ],
    },
    members: [ids.image],
  },
];
