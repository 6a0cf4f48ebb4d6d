import { randomBytes } from 'node:crypto';
import { bodyOf } from '../../support/lexical.ts';
import { pictureBytes, pictureForm } from '../../support/pictures.ts';
import { type Answer, type Caller, callerAt } from '../../support/studio-caller.ts';

/** Words that stand in one place each and may stand in no other, by the name of their place. */
export interface Canaries extends ReadonlyMap<string, string> {
  /** The word of a place, made when it is first asked for. */
  of(place: string): string;
  note(place: string, word: string): void;
}

export const openCanaries = (): Canaries => {
  const words = new Map<string, string>();
  const of = (place: string): string => {
    const word = words.get(place) ?? `canary${randomBytes(9).toString('hex')}`;
    words.set(place, word);
    return word;
  };
  return Object.assign(words, { of, note: (place: string, word: string) => void words.set(place, word) });
};

/** Documents that are marked `restricted`, with a word in every place. */
export interface Hidden {
  readonly article: string;
  readonly image: string;
  readonly marking: string;
}

interface Made {
  readonly id: string;
  readonly marking: string;
}

/** What was made or changed. */
export const made = ({ status, body }: Answer): Made => {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.doc;
};

/** An article that shows an image, both never public. */
export const writeHidden = async (writer: Caller, { of }: Canaries): Promise<Hidden> => {
  const title = of('title');
  const described = { title, alt: of('alt'), caption: of('caption'), credit: of('credit') };
  const form = pictureForm(await pictureBytes(), described, `${of('file')}.jpg`);
  const image = made(await writer.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body: form }));
  const text = { title, summary: of('summary'), body: bodyOf([of('body')], [image.id]) };
  const article = made(await writer.post('/api/articles?locale=vi&depth=0', text));
  await writer.post(`/api/articles/${article.id}/review`, { locale: 'vi', action: 'request', note: of('note') });
  await raise(writer, image.marking, of('basis'));
  return { article: article.id, image: image.id, marking: article.marking };
};

/** Marks a document `restricted`, and with an image what shows it. */
export const raise = async (officer: Caller, marking: string, basis: string): Promise<void> => {
  const { status, body } = await officer.post(`/api/markings/${marking}/raise`, { level: 'restricted', basis });
  if (status !== 200) throw new Error(JSON.stringify(body));
};

/** Asks of the studio that are refused or find nothing, each with a word in it that a careless log would repeat. */
export const asksOf = (
  who: Caller,
  { article, image, marking }: Hidden,
  { of }: Canaries,
): (() => Promise<Answer>)[] => {
  const path = `/api/articles/${article}?locale=vi`;
  const query = of('query');
  const json = { 'content-type': 'application/json' };
  return [
    () => who.get(`/api/articles?where[title][like]=${query}`),
    () => who.get(`/api/articles?where[title][$regex]=${query}`),
    () => who.get(`/api/articles?where[body][like]=${query}`),
    () => who.get(`/api/articles?${query}=1`),
    () => who.get(`/api/articles/${query}`),
    () => who.get(`/admin/collections/articles?search=${query}`),
    () => who.get(`/admin/collections/articles/${article}`),
    () => who.get(`/api/preview/articles/${article}?locale=vi`),
    () => who.get(`/api/images/${image}/file?width=${query}`),
    () => who.patch(path, { title: of('blind') }),
    () => who.patch(path, { title: of('late'), revision: 0 }),
    () => who.patch(path, { [of('field')]: 1 }),
    () => who.patch(path, { cover: of('reference'), revision: 1 }),
    () => who.patch(path, { appearsAt: of('date') }),
    () => who.patch(path, { title: of('long').repeat(40) }),
    () => who.post(`/api/articles/${article}/publish`, { locale: 'vi' }),
    () => who.post(`/api/articles/${article}/review`, { locale: 'vi', action: 'approve', note: of('noted') }),
    () => who.post(`/api/markings/${marking}/raise`, { level: 'public', basis: of('low') }),
    () => who.post('/api/articles?locale=vi', { title: of('twin'), slug: of('slug') }),
    () => who.post('/api/articles?locale=vi', { title: of('twin'), slug: of('slug') }),
    () => who.send(path, { method: 'PATCH', headers: json, body: `{"title":"${of('json')}` }),
  ];
};

/** The same of somebody who has not signed in. */
export const asksOfNobody = (studio: string, { of }: Canaries): (() => Promise<Answer>)[] => {
  const nobody = callerAt(studio, null);
  return [
    () => nobody.post('/api/users/login', { email: `${of('address')}@city.test`, password: of('guess') }),
    () => nobody.get('/api/articles', { authorization: `JWT ${of('forged')}` }),
    () => nobody.get('/api/articles', { cookie: `payload-token=${of('cookie')}` }),
    () => nobody.get(`/admin/collections/articles?search=${of('query')}`),
  ];
};

/** The same of a reader of the public API. */
export const asksOfReaders = (delivery: string, { of }: Canaries): (() => Promise<Answer>)[] => {
  const reader = callerAt(delivery, null);
  const query = of('query');
  return [`?topic=${query}`, `?${query}=1`, `?cursor=${query}`, `/${query}`, `?from=${query}`].map(
    (asked) => () => reader.get(`/v1/vi/articles${asked}`),
  );
};
