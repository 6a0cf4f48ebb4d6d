import { setTimeout as sleep } from 'node:timers/promises';
import { change } from '../../support/change.ts';
import { completeText } from '../../support/lexical.ts';
import { jpegOf, texturedPicture } from '../../support/pictures.ts';
import { callerAt } from '../../support/studio-caller.ts';
import { workbenchOf } from '../../translation/support/workbench.ts';
import { begin, beginBatch, idOf, piece, settled } from '../../uploads/support/tus.ts';
import { done, type Entered } from './entered.ts';

/** Who lives it: one who writes, marks and keeps pictures, one who puts out, and one more who may read state secrets. */
export interface Cast {
  readonly writer: Entered;
  readonly publisher: Entered;
  readonly second: Entered;
}

/** Brings a picture in by pieces and says what there is to say of it. */
const bring = async (writer: Entered, seed: number, title: string): Promise<{ id: string; marking: string }> => {
  const bytes = await jpegOf(texturedPicture(seed));
  const id = idOf(await begin(writer, await beginBatch(writer, { locale: 'vi' }), `${title}.jpg`, bytes.byteLength));
  const half = bytes.byteLength >> 1;
  done(await piece(writer, id, bytes.slice(0, half), 0));
  done(await piece(writer, id, bytes.slice(half), half));
  const [fate] = done(await settled(writer, id)).fates;
  const describe = async (locale: string, words: object) =>
    done(await change(writer, `/api/images/${fate.image}?locale=${locale}&depth=0`, words)).doc;
  await describe('fr', { title: `${title} (fr)`, alt: `${title} (fr)` });
  const rights = 'http://creativecommons.org/licenses/by/4.0/';
  return describe('vi', { title, alt: title, credit: 'Lan', rights });
};

/** Written, translated, shown with a picture, and out in two languages. @returns its addresses at delivery */
export const publishSomething = async ({ writer, publisher }: Cast): Promise<string[]> => {
  const shown = await bring(writer, 1, 'Gian hàng hoa');
  done(await publisher.post('/api/images/release', { ids: [shown.id] }));
  const text = { ...completeText('Chợ đêm', [shown.id]), cover: shown.id };
  const { id } = done(await writer.post('/api/articles?locale=vi&depth=0', text)).doc;
  const bench = workbenchOf(writer, 'articles', id, 'fr');
  done(await bench.confirm(await bench.line('Chợ đêm'), 'Marché de nuit'));
  done(await bench.confirm(await bench.line('Chợ đêm.'), 'Un marché de nuit.'));
  for (const line of (await bench.open()).segments)
    if (line.target === null) done(await bench.confirm(line, 'Marché de nuit'));
  for (const locale of ['vi', 'fr']) done(await publisher.post(`/api/articles/${id}/publish`, { locale }));
  return ['/v1/vi/articles/cho-dem', '/v1/fr/articles/marche-de-nuit'];
};

const decision = { legalBasis: 'law-2025', listItem: '1.2', officer: 'Lan', decidedOn: '2026-03-02' };

/** A picture that becomes a state secret, of which somebody takes a numbered copy that somebody else has permitted. */
export const keepSecret = async ({ writer, second }: Cast): Promise<{ id: string; copy: string }> => {
  const { id, marking } = await bring(writer, 2, 'Cầu cảng');
  const act = async (what: string, who: Entered, json: object) =>
    done(await who.post(`/api/markings/${marking}/${what}`, json));
  await act('raise', writer, { level: 'mat', basis: 'Công văn 12/2026', decision });
  const wanted = { locale: 'vi', copies: 1, purpose: 'Họp giao ban', recipient: 'Phòng Tổng hợp' };
  const { permission } = await act('ask-copy', writer, wanted);
  await act('grant-copy', second, { permission });
  return { id, copy: await act('make-copy', writer, { permission, form: 'file' }) };
};

/** Opens pages of the studio and asks what people ask of it all day. @returns what answered otherwise than well */
export const lookAround = async ({ writer }: Cast, secret: string): Promise<string[]> => {
  const paths = [
    ...['/admin', '/admin/collections/articles', `/admin/collections/images/${secret}`, '/admin/account'],
    ...[`/api/images/${secret}/file?width=160`, '/api/images/archive/pictures?locale=vi&q=ch%E1%BB%A3'],
    ...['/api/articles?locale=vi&draft=true&sort=-updatedAt', '/api/desk', '/api/health'],
    '/api/translation/memory?from=vi&to=fr&text=Ch%E1%BB%A3%20%C4%91%C3%AAm',
  ];
  const answers = await Promise.all(paths.map(async (path) => `${(await writer.get(path)).status} ${path}`));
  return answers.filter((answer) => !answer.startsWith('200'));
};

/** Asks delivery until the gate has let out what was published, then all that readers ask for. @returns the same */
export const readOutside = async (delivery: string, articles: readonly string[]): Promise<string[]> => {
  const reader = callerAt(delivery, null);
  for (const path of articles) while ((await reader.get(path)).status !== 200) await sleep(100);
  const { cover } = (await reader.get(articles[0] ?? '')).body.data;
  const paths = [
    ...['/docs', '/openapi.json', '/status', '/v1/vi/articles', '/v1/fr/articles?sort=updated', '/v1/vi/press-kits'],
    ...[`/v1/vi/images/${cover.id}`, `/iiif/3/${cover.id}/info.json`, `/iiif/3/${cover.id}/full/max/0/default.jpg`],
    ...cover.sources.map(({ href }: { href: string }) => new URL(href, delivery).pathname),
  ];
  const answers = await Promise.all(paths.map(async (path) => `${(await reader.get(path)).status} ${path}`));
  const { data } = (await reader.get('/v1/vi/images')).body;
  return [...answers.filter((answer) => !answer.startsWith('200')), ...(data.length === 1 ? [] : ['other pictures'])];
};
