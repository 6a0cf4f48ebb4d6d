import { bodyOf, completeText } from '../../test/support/lexical.ts';
import { type Ask, openStudio, type StudioHere } from './studio-here.ts';

/** The languages that articles are written in, the first one first. */
export const castLanguages = ['vi', 'en', 'fr', 'zh'] as const;
/** Articles that all others are copies of. */
const originals = 24;
const paragraphs = 4;

/** Ids of what was written, to ask for. */
export interface CoverageCast {
  readonly topics: readonly string[];
}

/** Whether a process of ours has told of a cast. */
export const isCoverageCast = (message: unknown): message is CoverageCast =>
  typeof message === 'object' && message !== null && 'topics' in message;

const post = (body: object): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });

const textOf = (locale: string, n: number) => ({
  ...completeText(`${locale} ${n}`),
  body: bodyOf(Array.from({ length: paragraphs }, (_, at) => `${locale} ${n}, ${at}: chợ Bến Thành, 1914.`)),
});

const makeTopics = async ({ payload }: StudioHere): Promise<string[]> => {
  const topics: string[] = [];
  for (let n = 0; n < 20; n += 1) {
    const data = { name: `Topic ${n}` } as never;
    topics.push(String((await payload.create({ collection: 'topics', locale: 'en', data, depth: 0 })).id));
  }
  return topics;
};

const writeArticle = async (editor: Ask, publisher: Ask, n: number, topic: string | undefined): Promise<void> => {
  const first = { ...textOf('vi', n), topics: [topic] };
  const { doc } = (await editor('/api/articles?locale=vi', post(first))) as { doc: { id: string } };
  for (const [at, locale] of castLanguages.slice(1).entries()) {
    const init = { method: 'PATCH', body: JSON.stringify({ ...textOf(locale, n), revision: at + 1 }) };
    await editor(`/api/articles/${doc.id}?locale=${locale}`, init);
  }
  for (const locale of castLanguages) await publisher(`/api/articles/${doc.id}/publish`, post({ locale }));
};

/** Writes and publishes at the door of a new studio the few articles that others will be copies of. */
export const writeCast = async (folder: string, url: string): Promise<CoverageCast> => {
  const studio = await openStudio(folder, url, ['editor'], 'coverage-originals');
  const publisher = await studio.person(['publisher']);
  const topics = await makeTopics(studio);
  for (let n = 0; n < originals; n += 1) await writeArticle(studio.ask, publisher, n, topics[n % topics.length]);
  await studio.payload.destroy();
  return { topics };
};
