import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/lexical.ts';
import { databasesInTurn, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import {
  begin,
  draftOf,
  french,
  paragraphs,
  rewrite,
  type Told,
  textsOf,
  translateAll,
  type Workbench,
  wordsIn,
  workbenchOf,
} from './support/workbench.ts';

/** The same words with the first word of each paragraph in bold. */
const inBold = (texts: readonly string[]) => {
  const body = bodyOf([...texts]);
  for (const node of body.root.children as { children: Record<string, unknown>[] }[]) {
    const [run] = node.children;
    const text = String(run?.text);
    const space = text.indexOf(' ');
    node.children = [
      { ...run, format: 1, text: text.slice(0, space) },
      { ...run, text: text.slice(space) },
    ];
  }
  return body;
};

describe.each(databasesInTurn)('a source that changes, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let translator: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor', { name: 'Bình' });
    translator = await studio.person('translator', { translates: ['fr'] });
  });
  afterAll(() => studio?.close());

  const translated = async (): Promise<[string, Workbench]> => {
    const id = await begin(editor);
    const bench = workbenchOf(translator, 'articles', id, 'fr');
    await translateAll(bench);
    return [id, bench];
  };
  const keys = ({ segments }: Told): Record<string, string> =>
    Object.fromEntries(segments.map((one: Told) => [wordsIn(one.source?.content), one.segment]));

  it('leaves everything as it is when only its formatting changes', async () => {
    const [id, bench] = await translated();
    const before = await bench.open();
    await rewrite(editor, id, { body: inBold(paragraphs) });
    const after = await bench.open();
    expect([after.state, after.counts]).toEqual([before.state, before.counts]);
    expect(after.segments.map((one: Told) => one.segment)).toEqual(before.segments.map((one: Told) => one.segment));
    expect(after.state).toBe('translated');
  });

  it('shows only what changed, word by word, and how grave it is', async () => {
    const [id, bench] = await translated();
    await rewrite(editor, id, { body: bodyOf(['Chợ mở lúc 19 giờ.', ...paragraphs.slice(1)]) });
    const told = await bench.open();
    const outdated = told.segments.filter((one: Told) => one.state === 'outdated');
    expect([told.state, outdated.length]).toEqual(['outdated', 1]);
    expect(wordsIn(outdated[0].target.content)).toBe(french['Chợ mở lúc 18 giờ.']);
    expect(wordsIn(outdated[0].drift.was)).toBe('Chợ mở lúc 18 giờ.');
    expect(outdated[0].drift.gravity).toBe('fact');
    expect(outdated[0].drift.words.filter(({ kind }: Told) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '18' },
      { kind: 'added', text: '19' },
    ]);
  });

  it('is accepted with “nothing to do” until it changes again', async () => {
    const [id, bench] = await translated();
    const change = (first: string) => rewrite(editor, id, { body: bodyOf([first, ...paragraphs.slice(1)]) });
    await change('Chợ mở cửa lúc 18 giờ.');
    const text = await draftOf(editor, id, 'fr');
    const kept = await bench.act(await bench.line('Chợ mở cửa lúc 18 giờ.'), 'keep');
    expect([kept.status, kept.body.segment.state]).toEqual([200, 'translated']);
    expect(await draftOf(editor, id, 'fr')).toEqual(text);
    await change('Chợ mở cửa lúc 20 giờ.');
    expect(await bench.line('Chợ mở cửa lúc 20 giờ.')).toMatchObject({ state: 'outdated' });
    await change('Chợ mở cửa lúc 18 giờ.');
    expect(await bench.line('Chợ mở cửa lúc 18 giờ.')).toMatchObject({ state: 'translated' });
  });

  it('keeps who is who when paragraphs move, are split and joined', async () => {
    const [id, bench] = await translated();
    const before = keys(await bench.open());
    const [first, second, third] = paragraphs as [string, string, string];
    await rewrite(editor, id, { body: bodyOf([third, first, second]) });
    expect(keys(await bench.open())).toEqual(before);
    expect((await bench.open()).state).toBe('translated');
    await rewrite(editor, id, { body: bodyOf([third, `${first} ${second}`]) });
    const joined = keys(await bench.open());
    expect([before[first], before[second]]).toContain(joined[`${first} ${second}`]);
    await rewrite(editor, id, { body: bodyOf([third, first, second]) });
    const again = keys(await bench.open());
    expect(again[third]).toBe(before[third]);
    expect([again[first], again[second]]).toContain(before[first]);
  });

  it('is told to whoever is translating it just now, whose words are not lost', async () => {
    const id = await begin(editor);
    const bench = workbenchOf(translator, 'articles', id, 'fr');
    const seen = await bench.line('Có 50 gian hàng.');
    await rewrite(editor, id, { body: bodyOf([paragraphs[0] ?? '', 'Có 80 gian hàng.', paragraphs[2] ?? '']) });
    const refused = await bench.confirm(seen, 'Il compte 50 stands.');
    expect([refused.status, refused.body.code]).toEqual([409, 'segment-gone']);
    expect(textsOf(await draftOf(editor, id, 'fr'))).toEqual([]);
  });

  it('is told so too where something is remembered of the paragraph', async () => {
    const [id, bench] = await translated();
    const seen = await bench.line('Có 50 gian hàng.');
    await rewrite(editor, id, { body: bodyOf([paragraphs[0] ?? '', 'Có 80 gian hàng.', paragraphs[2] ?? '']) });
    const refused = await bench.confirm(seen, 'Il y a 50 stands.');
    expect([refused.status, refused.body.code]).toEqual([409, 'segment-conflict']);
    expect([refused.body.conflict.source, refused.body.conflict.mine].map(wordsIn)).toEqual([
      'Có 80 gian hàng.',
      'Il y a 50 stands.',
    ]);
  });

  it('puts a text in its place when the paragraph before it is translated later', async () => {
    const [id, bench] = await translated();
    await rewrite(editor, id, { body: bodyOf([paragraphs[0] ?? '', 'Có chỗ gửi xe.', ...paragraphs.slice(1)]) });
    expect((await bench.confirm(await bench.line('Có chỗ gửi xe.'), 'Il y a un parking.')).status).toBe(200);
    expect(textsOf(await draftOf(editor, id, 'fr'))).toEqual([
      french['Chợ mở lúc 18 giờ.'],
      'Il y a un parking.',
      french['Có 50 gian hàng.'],
      french['Vào cửa tự do.'],
    ]);
  });

  it('takes its paragraph away: the text behind it is outdated until it goes as well', async () => {
    const [id, bench] = await translated();
    await rewrite(editor, id, { body: bodyOf([paragraphs[0] ?? '', paragraphs[2] ?? '']) });
    const { segments } = await bench.open();
    const left = segments.find((one: Told) => one.source === null);
    expect([left.state, wordsIn(left.target.content), wordsIn(left.drift.was)]).toEqual([
      'outdated',
      french['Có 50 gian hàng.'],
      'Có 50 gian hàng.',
    ]);
    const path = `/api/translation/articles/${id}/fr/segments/${left.segment}`;
    expect((await translator.post(path, { target: [], base: left.base })).status).toBe(200);
    expect(textsOf(await draftOf(editor, id, 'fr'))).toEqual([french['Chợ mở lúc 18 giờ.'], french['Vào cửa tự do.']]);
    expect((await bench.open()).state).toBe('translated');
  });

  it('leaves a text that was changed by the form to whoever wrote it', async () => {
    const [id, bench] = await translated();
    await rewrite(
      translator,
      id,
      { body: bodyOf(['Ouvert dès 18 heures.', french['Có 50 gian hàng.'], french['Vào cửa tự do.']]) },
      'fr',
    );
    const line = await bench.line('Chợ mở lúc 18 giờ.');
    expect([line.state, wordsIn(line.target.content)]).toEqual(['translated', 'Ouvert dès 18 heures.']);
  });
});
