import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import sharp from 'sharp';
import { networkHeader } from '#editorial/people/sessions/network-of.ts';
import { completeText } from '../test/support/lexical.ts';
import { pictureForm } from '../test/support/pictures.ts';
import { makeScratch } from './support/endings.ts';
import { mannWhitney } from './support/mann-whitney.ts';
import { percentile } from './support/percentile.ts';
import { say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';
import { type Ask, openStudio, type StudioHere } from './support/studio-here.ts';

const samples = 2000;
const last = samples - 1;
/** Beyond it one pair in a thousand would seem to differ that does not. */
const seen = 3.29;
/** Wrong passwords for one account, fewer than shut it. */
const tries = 5;

/** A question about something hidden, and the same about nothing, each for the n-th time. */
interface Twin {
  readonly what: string;
  readonly hidden: (n: number) => Promise<unknown>;
  readonly nothing: (n: number) => Promise<unknown>;
}

const clock = async (ask: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await ask().catch(() => undefined);
  return performance.now() - began;
};

/** Asks both in turns, whichever first, so that what else the machine does meets them alike. */
const measure = async ({ what, hidden, nothing }: Twin): Promise<Figure> => {
  const [ours, others]: [number[], number[]] = [[], []];
  for (let n = 0; n < samples; n += 1)
    if (randomInt(2) === 0) {
      ours.push(await clock(() => hidden(n)));
      others.push(await clock(() => nothing(n)));
    } else {
      others.push(await clock(() => nothing(n)));
      ours.push(await clock(() => hidden(n)));
    }
  const z = mannWhitney(ours, others);
  const middle = (times: readonly number[]) => percentile(times, 0.5);
  say(`twins: ${what}: z ${z.toFixed(2)}, ${middle(ours).toFixed(2)} / ${middle(others).toFixed(2)} ms`);
  return {
    what,
    ratio: `${(middle(ours) / middle(others)).toFixed(3)} ×, z = ${z.toFixed(2)}`,
    ours: `p50 ${middle(ours).toFixed(2)} ms`,
    baseline: `p50 ${middle(others).toFixed(2)} ms`,
    goal: `\\|z\\| < ${seen}`,
    met: Math.abs(z) < seen,
  };
};

const post = (json: object): RequestInit => ({ method: 'POST', body: JSON.stringify(json) });
const word = (kind: string, n: number): string => `${kind} ${n.toString(36).padStart(4, '0')}`;

/** The same picture for the same number and no other. */
const pictureOf = async (n: number): Promise<FormData> => {
  const drawn = sharp({ create: { width: 48, height: 32, channels: 3, background: '#c63' } }).jpeg();
  const bytes = await drawn.withExif({ IFD0: { Model: String(n) } }).toBuffer();
  return pictureForm(new Uint8Array(bytes), { title: `P${n}`, alt: 'A', credit: 'C' });
};
const upload = (form: FormData): RequestInit => ({ method: 'POST', body: form });

const memoryOf = (text: string) => `/api/translation/memory?from=vi&to=fr&text=${encodeURIComponent(text)}`;

/** Accounts, articles and pictures that somebody outside may not know of. */
const hide = async ({ payload }: StudioHere, keeper: Ask): Promise<{ readonly article: string }> => {
  const compartments = ['harbour'];
  const raise = post({ level: 'restricted', compartments, basis: 'x' });
  const conceal = async (marking: unknown) => void (await keeper(`/api/markings/${String(marking)}/raise`, raise));
  let article = '';
  for (let n = 0; n < samples; n += 1) {
    const made = (await keeper('/api/articles?locale=vi&depth=0', post(completeText(word('Kin', n))))) as Made;
    await conceal(made.doc.marking);
    article = made.doc.id;
    const picture = (await keeper('/api/images/upload?locale=vi&depth=0', upload(await pictureOf(n)))) as Made;
    await conceal(picture.doc.marking);
    if (n % 200 === 199) say(`twins: ${n + 1} of ${samples} hidden`);
  }
  for (let n = 0; n * tries < samples; n += 1)
    await payload.create({
      collection: 'users',
      overrideAccess: true,
      data: {
        email: `${n}@benthanh.example`,
        password: 'bench-only-on-loopback-1',
        name: 'B',
        roles: ['editor'],
        language: 'en',
      } as never,
    });
  return { article };
};

interface Line {
  readonly segment: string;
  readonly base: unknown;
}

/** One of them is translated and reviewed, and so stands in the memory. @throws where whoever may know is not told of it */
const remember = async (keeper: Ask, reviewer: Ask, article: string, title: string): Promise<void> => {
  const bench = `/api/translation/articles/${article}/fr`;
  const { segments } = (await keeper(bench)) as { segments: readonly Line[] };
  const [{ segment, base } = { segment: '', base: null }] = segments;
  const line = `${bench}/segments/${encodeURIComponent(segment)}`;
  await keeper(line, post({ target: [{ text: 'Un titre caché' }], base }));
  const [now] = ((await reviewer(bench)) as { segments: readonly Line[] }).segments;
  await reviewer(`${line}/review`, post({ base: now?.base }));
  const known = await keeper(memoryOf(title));
  if (!JSON.stringify(known).includes('Un titre caché')) throw new Error('the memory does not know what is hidden');
};

interface Made {
  readonly doc: { readonly id: string; readonly marking: unknown };
}

const twinsOf = (ask: Ask, { article }: { readonly article: string }): Twin[] => {
  const enter = (name: string) => (n: number) =>
    ask('/api/users/login', {
      ...post({ email: `${Math.floor(n / tries)}${name}@benthanh.example`, password: 'wrong' }),
      headers: { [networkHeader]: `10.0.${n >> 8}.${n & 255}` },
    });
  const write = (kind: string) => (n: number) => ask('/api/articles?locale=vi&depth=0', post({ title: word(kind, n) }));
  const find = (kind: string) => (n: number) =>
    ask(`/api/articles?depth=0&locale=vi&draft=true&where[title][contains]=${encodeURIComponent(word(kind, n))}`);
  return [
    { what: 'signing in: an account that is there, and one that is not', hidden: enter(''), nothing: enter('-no') },
    {
      what: 'a document by its id',
      hidden: () => ask(`/api/articles/${article}`),
      nothing: () => ask('/api/articles/3f0e0000-0000-4000-8000-000000000000'),
    },
    { what: 'a search for a title', hidden: find('Kin'), nothing: find('Kon') },
    {
      what: 'a look into the memory',
      hidden: () => ask(memoryOf(word('Kin', last))),
      nothing: () => ask(memoryOf(word('Kon', last))),
    },
    { what: 'a text whose address is taken', hidden: write('Kin'), nothing: write('Kon') },
    {
      what: 'an upload of bytes that are there',
      hidden: async (n) => ask('/api/images/upload?locale=vi&depth=0', upload(await pictureOf(n))),
      nothing: async (n) => ask('/api/images/upload?locale=vi&depth=0', upload(await pictureOf(n + 100_000))),
    },
  ];
};

/** Measures whether answers tell by their time that something hidden is there. */
export const measureTwins = async (): Promise<Section> => {
  await using scratch = await makeScratch('twins');
  const studio = await openStudio(
    scratch.path,
    `file:${join(scratch.path, 'studio.db')}`,
    ['editor', 'curator', 'translator'],
    'twins',
    ['harbour'],
  );
  const cleared = { clearance: 'restricted', compartments: ['harbour'] };
  const languages = { ...cleared, translates: ['fr'], reviews: ['fr'] };
  const keeper = await studio.person(['editor', 'curator', 'security-officer', 'translator'], languages);
  const reviewer = await studio.person(['translator'], languages);
  const world = await hide(studio, keeper);
  await remember(keeper, reviewer, world.article, word('Kin', last));
  const figures: Figure[] = [];
  for (const twin of twinsOf(studio.ask, world)) figures.push(await measure(twin));
  await studio.payload.destroy();
  return {
    title: 'What time tells: something hidden, and nothing',
    command: 'npm run bench -- twins',
    how: `Two thousand accounts’ tries, articles and pictures are hidden in a compartment; somebody outside asks for each of them and for as many that are not there, in turns, whichever first. The Mann–Whitney test says whether either takes longer. Passwords are derived in a hundredth of the usual steps, so that differences are seen the sooner.`,
    figures,
  };
};
