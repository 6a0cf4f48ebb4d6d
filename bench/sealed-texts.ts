import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { StudioValues } from '#editorial/studio-values.ts';
import { sealedLevels } from '#sealing/identity.ts';
import { addGeneration, openKeyFolder } from '#sealing/key-folder.ts';
import { makeScratch } from './support/endings.ts';
import { percentile } from './support/percentile.ts';
import { say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';
import { type Ask, openStudio } from './support/studio-here.ts';
import { halfAndMost, inTurns, type Turns } from './support/timed.ts';

/** Documents in each of the two databases, and how often each question is put to each. */
const documents = 1000;
const rounds = 40;

const sentence = 'Thành phố khánh thành bến tàu thủy mới ở phía đông, có hai cầu cảng và một nhà chờ cho hành khách.';
const bodyOf = (paragraphs: number) => ({
  root: {
    ...{ type: 'root', format: '', indent: 0, version: 1, direction: 'ltr' },
    children: Array.from({ length: paragraphs }, () => ({
      ...{ type: 'paragraph', format: '', indent: 0, version: 1, direction: 'ltr', textFormat: 0, textStyle: '' },
      children: [{ type: 'text', text: sentence, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }],
    })),
  },
});

/** A studio with a thousand articles, and what is asked of it. */
const openSide = async (folder: string, name: string, sealing: Pick<StudioValues, 'textsAtRest'>) => {
  const { payload, ask } = await openStudio(
    folder,
    `file:${join(folder, `${name}.db`)}`,
    ['editor'],
    name,
    [],
    sealing,
  );
  for (let made = 0; made < documents; made += 1) {
    const words = { title: `Bến số ${made}`, summary: sentence, body: bodyOf(12) };
    await payload.create({ collection: 'articles', locale: 'vi', draft: true, depth: 0, data: words as never });
    if (made % 200 === 0) say(`sealing: ${name}, ${made} articles`);
  }
  return { payload, ask, save: await openSaving(ask) };
};

/** Saves one article again and again, a version each time. */
const openSaving = async (ask: Ask): Promise<() => Promise<void>> => {
  const begun = { method: 'POST', body: JSON.stringify({ title: 'Bến', summary: sentence, body: bodyOf(12) }) };
  const { doc } = (await ask('/api/articles?locale=vi&depth=0&draft=true', begun)) as Saved;
  let { revision } = doc;
  return async () => {
    const body = JSON.stringify({ summary: `${revision} ${sentence}`, revision });
    const path = `/api/articles/${doc.id}?locale=vi&depth=0&draft=true`;
    ({ revision } = ((await ask(path, { method: 'PATCH', body })) as Saved).doc);
  };
};

interface Saved {
  readonly doc: { readonly id: string; readonly revision: number };
}

const figureOf = (what: string, { ours, baseline }: Turns): Figure => {
  const ratio = percentile(ours, 0.5) / percentile(baseline, 0.5);
  const told = { ours: halfAndMost(ours), baseline: halfAndMost(baseline) };
  return { what, ...told, ratio: `${ratio.toFixed(2)} ×`, goal: '–', met: null };
};

/** Measures a database in which texts lie sealed against the same one in which they lie open. */
export const measureSealedTexts = async (): Promise<Section> => {
  await using scratch = await makeScratch('sealed-texts');
  const unlock = randomBytes(32);
  const dir = join(scratch.path, 'keys');
  for (const level of sealedLevels) await addGeneration(dir, level, unlock);
  const keys = openKeyFolder(dir, unlock);
  const sealed = await openSide(scratch.path, 'sealed', { textsAtRest: async () => keys });
  const open = await openSide(scratch.path, 'open', {});
  const asked = (path: string) => inTurns({ ours: () => sealed.ask(path), baseline: () => open.ask(path), rounds });
  const figures = [
    figureOf('a page of 50 of 1,000 drafts', await asked('/api/articles?locale=vi&depth=0&draft=true&limit=50')),
    figureOf(
      'a page of 50, titles and states alone',
      await asked(`/api/articles?locale=vi&depth=0&draft=true&limit=50&${columns}`),
    ),
    figureOf('all 1,000 drafts at once', await asked('/api/articles?locale=vi&depth=0&draft=true&limit=1000')),
    figureOf(
      'a save of an article, with its version',
      await inTurns({ ours: sealed.save, baseline: open.save, rounds }),
    ),
  ];
  await sealed.payload.destroy();
  await open.payload.destroy();
  return {
    title: 'Sealing: 1,000 articles in a database',
    command: 'npm run bench -- sealing',
    how: `Two studios in one process, each with ${documents} articles of twelve paragraphs in an embedded database of its own: in one, texts lie sealed (AES-256-GCM, a data key for each writing of a record, wrapped under the key of its level), in the other as they are. Each is asked at its door, ${rounds} times in turns. Ratios say how many times as long the sealed one takes.`,
    figures,
  };
};

const columns = ['title', '_status', 'updatedAt'].map((name) => `select[${name}]=true`).join('&');
