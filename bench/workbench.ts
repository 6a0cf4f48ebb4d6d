import { join } from 'node:path';
import { bodyOf } from '../test/support/lexical.ts';
import { makeScratch, promiseEnd } from './support/endings.ts';
import { percentile } from './support/percentile.ts';
import { say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';
import { type Ask, openStudio } from './support/studio-here.ts';

/** Segments of the article, title and summary among them. */
const segments = 300;
const rounds = 40;

const vietnamese = (n: number): string =>
  `Đoạn ${n}: Chợ Bến Thành có ${100 + n} gian hàng, mở cửa từ 6 giờ đến 18 giờ mỗi ngày và đón ${n * 37} lượt khách.`;
const french = (n: number): string =>
  `Paragraphe ${n} : le marché Bến Thành compte ${100 + n} stands, ouvre de 6 heures à 18 heures chaque jour et reçoit ${n * 37} visiteurs.`;

interface Line {
  readonly segment: string;
  readonly base: object;
  readonly source: { readonly path: string };
}

/** Times something `rounds` times, in milliseconds, after a few times that do not count. */
const timed = async (work: (round: number) => Promise<unknown>): Promise<number[]> => {
  const times: number[] = [];
  for (let round = 0; round < rounds + 3; round += 1) {
    const begun = performance.now();
    await work(round);
    if (round >= 3) times.push(performance.now() - begun);
  }
  return times;
};

const told = (times: readonly number[]): string =>
  `p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`;

const figure = (what: string, goal: number, ours: readonly number[], stock: readonly number[]): Figure => ({
  what,
  ratio: `${(percentile(stock, 0.95) / percentile(ours, 0.95)).toFixed(2)} ×`,
  ours: told(ours),
  baseline: told(stock),
  goal: `p95 < ${goal} ms`,
  met: percentile(ours, 0.95) < goal,
});

/** An article of so many segments in Vietnamese, and in French as far as it is translated. */
const makeArticle = async (ask: Ask): Promise<string> => {
  const numbers = Array.from({ length: segments - 2 }, (_, n) => n);
  const article = (text: (n: number) => string, title: string) => ({
    title,
    summary: `${title}.`,
    body: bodyOf(numbers.map(text)),
  });
  const begin = { method: 'POST', body: JSON.stringify(article(vietnamese, 'Chợ Bến Thành')) };
  const { doc } = (await ask('/api/articles?locale=vi&depth=0', begin)) as { doc: { id: string; revision: number } };
  const translated = { ...article(french, 'Le marché Bến Thành'), revision: doc.revision };
  await ask(`/api/articles/${doc.id}?locale=fr&depth=0`, { method: 'PATCH', body: JSON.stringify(translated) });
  return doc.id;
};

/** Measures what the workbench asks for, beside Payload’s own REST for the same document. */
export const measureWorkbench = async (): Promise<Section> => {
  await using scratch = await makeScratch('workbench');
  const url = `file:${join(scratch.path, 'studio.db')}`;
  const studio = await openStudio(scratch.path, url, ['editor'], 'workbench');
  await using _studio = promiseEnd(() => studio.payload.destroy());
  const { ask } = studio;
  const id = await makeArticle(ask);
  const bench = `/api/translation/articles/${id}/fr`;
  const read = () => ask(bench) as Promise<{ segments: Line[] }>;
  const stock = `/api/articles/${id}?locale=fr&draft=true&depth=0`;
  say('workbench: the article is there');
  const { segments: lines } = await read();
  // Every line is remembered, as in the middle of the work
  for (const [n, line] of lines.entries())
    await ask(`${bench}/segments/${line.segment}/keep`, {
      method: 'POST',
      body: JSON.stringify({ base: line.base }),
    }).catch((error: unknown) => {
      throw new Error(`line ${n}`, { cause: error });
    });
  say('workbench: everything is remembered');
  const opening = await timed(read);
  const reading = await timed(() => ask(stock));
  const now = await read();
  const confirming = await timed((round) => {
    const line = now.segments[5 + round] as Line;
    const body = { target: [{ text: `${french(round)} Mis à jour.` }], base: line.base };
    return ask(`${bench}/segments/${line.segment}`, { method: 'POST', body: JSON.stringify(body) });
  });
  const saving = await timed(async (round) => {
    const { revision, body } = (await ask(stock)) as { revision: number; body: ReturnType<typeof bodyOf> };
    const first = body.root.children[0] as { children: { text: string }[] };
    const changed = { ...body, root: { ...body.root, children: [...body.root.children] } };
    changed.root.children[0] = { ...first, children: [{ ...first.children[0], text: `Paragraphe ${round}` }] } as never;
    return ask(`/api/articles/${id}?locale=fr&depth=0`, {
      method: 'PATCH',
      body: JSON.stringify({ body: changed, revision }),
    });
  });
  return {
    title: `The translation workbench: an article of ${segments} segments`,
    command: 'npm run bench -- workbench',
    how: 'A studio on the embedded database in one process, asked at its door one question after another. Opening answers source, text, states, findings of all checks and who did what; the baseline is Payload’s REST reading the draft alone. Confirming writes one segment into the draft and remembers it; the baseline is reading the draft and saving the whole text with one paragraph changed.',
    figures: [
      figure('everything of the workbench, against Payload REST: the draft alone', 300, opening, reading),
      figure('one segment confirmed, against Payload REST: read and save', 150, confirming, saving),
    ],
  };
};
