import fc from 'fast-check';
import { bodyOf, completeText } from '../../support/lexical.ts';
import { jpegOf, pictureForm, texturedPicture } from '../../support/pictures.ts';
import type { Answer } from '../../support/studio-caller.ts';
import type { Person } from '../../support/studio-people.ts';

/** Something that is put into a compartment; some of it shows, or stands beside, what is open. */
const secret = fc.record({
  kind: fc.constantFrom(
    'article',
    'event',
    'image',
    'album',
    'article that shows what is open',
    'picture in an open album',
  ),
  word: fc.constantFrom('ẩn', 'kín', 'a ẩn', 'chợ ẩn', 'zz ẩn'),
  comment: fc.boolean(),
});
export const anySecrets = fc.array(secret, { minLength: 1, maxLength: 4 });
export type Secret = typeof secret extends fc.Arbitrary<infer S> ? S : never;

/** What is open, and may be named by what is hidden. */
export interface Open {
  readonly image: string;
  readonly album: string;
}

const times = { startsAt: '2026-11-30T10:00:00Z', endsAt: '2026-11-30T12:00:00Z' };
let drawn = 900_000;

const make = async (keeper: Person, { kind, word }: Secret, open: Open): Promise<Answer> => {
  if (kind === 'event') return keeper.post('/api/events?locale=vi&depth=0', { ...completeText(word), ...times });
  if (kind === 'album') return keeper.post('/api/albums?locale=vi&depth=0', { title: word, description: word });
  if (kind === 'image' || kind === 'picture in an open album') {
    drawn += 1;
    const bytes = await jpegOf(texturedPicture(drawn, 500, 400), 70);
    const form = pictureForm(bytes, { title: word, alt: word, credit: word });
    return keeper.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: form });
  }
  const shows = kind === 'article' ? [] : [open.image];
  return keeper.post('/api/articles?locale=vi&depth=0', { ...completeText(word, shows), body: bodyOf([word], shows) });
};

/** Makes something, and hides it from everybody who does not hold `harbour`. @throws where it could not be hidden */
export const hideOne = async (keeper: Person, one: Secret, open: Open): Promise<void> => {
  const made = await make(keeper, one, open);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const { id, marking } = made.body.doc;
  const raise = { level: 'restricted', compartments: ['harbour'], basis: one.word };
  const raised = await keeper.post(`/api/markings/${marking}/raise`, raise);
  if (raised.status !== 200) throw new Error(JSON.stringify(raised.body));
  if (one.kind === 'picture in an open album') await keeper.post(`/api/albums/${open.album}/members`, { images: [id] });
  if (one.comment && one.kind.startsWith('article'))
    await keeper.post(`/api/articles/${id}/review`, { locale: 'vi', action: 'request', note: one.word });
};
