import { expect } from 'vitest';
import { bodyOf } from '../../support/lexical.ts';
import type { Studio } from '../../support/studio.ts';
import type { Answer, Caller } from '../../support/studio-caller.ts';

/** Words as a segment has them. */
export const says = (text: string) => [{ text }];

export const wordsIn = (content: readonly { text?: string }[] | null | undefined): string =>
  (content ?? []).map((piece) => piece.text ?? '').join('');

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into by tests
export type Told = any;

/** The workbench as one person has it open. */
export interface Workbench {
  open(): Promise<Told>;
  /** The line whose source has these words, as it stands now. */
  line(source: string): Promise<Told>;
  /** Confirms upon what a line showed. */
  confirm(line: Told, text: string): Promise<Answer>;
  act(line: Told, act: 'keep' | 'apart' | 'review' | 'fine', more?: object): Promise<Answer>;
  get(path: string): Promise<Answer>;
  post(path: string, body: object): Promise<Answer>;
}

export const workbenchOf = (who: Caller, collection: string, id: string, locale: string): Workbench => {
  const path = `/api/translation/${collection}/${id}/${locale}`;
  const at = (line: Told) => `${path}/segments/${encodeURIComponent(line.segment)}`;
  const open = async () => {
    const answer = await who.get(path);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body;
  };
  return {
    open,
    line: async (source) => {
      const { segments } = await open();
      const found = segments.find((one: Told) => wordsIn(one.source?.content) === source);
      if (!found) throw new Error(`no line says ${source}: ${JSON.stringify(segments.map((one: Told) => one.source))}`);
      return found;
    },
    confirm: (line, text) => who.post(at(line), { target: says(text), base: line.base }),
    act: (line, act, more = {}) => who.post(`${at(line)}/${act}`, { base: line.base, ...more }),
    get: (more) => who.get(`${path}${more}`),
    post: (more, body) => who.post(`${path}${more}`, body),
  };
};

export const paragraphs = ['Chợ mở lúc 18 giờ.', 'Có 50 gian hàng.', 'Vào cửa tự do.'];
export const source = { title: 'Chợ đêm', summary: 'Chợ đêm ở Quận 1.', body: bodyOf(paragraphs) };
export const french = {
  'Chợ đêm': 'Marché de nuit',
  'Chợ đêm ở Quận 1.': 'Un marché de nuit dans le 1er arrondissement.',
  'Chợ mở lúc 18 giờ.': 'Le marché ouvre à 18 heures.',
  'Có 50 gian hàng.': 'Il compte 50 stands.',
  'Vào cửa tự do.': 'L’entrée est libre.',
} as const;

/** An article as an editor begins it in Vietnamese. */
export const begin = async (editor: Caller, data: object = source): Promise<string> => {
  const made = await editor.post('/api/articles?locale=vi&depth=0', data);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.doc.id;
};

/** Translates everything that has no text yet. */
export const translateAll = async (
  bench: Workbench,
  texts: Readonly<Record<string, string>> = french,
): Promise<void> => {
  for (const [from, to] of Object.entries(texts)) {
    const done = await bench.confirm(await bench.line(from), to);
    expect(done.status, JSON.stringify(done.body)).toBe(200);
  }
};

export const publish = async (publisher: Caller, id: string, locale: string, more: object = {}): Promise<void> => {
  const done = await publisher.post(`/api/articles/${id}/publish`, { locale, ...more });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
};

/** Changes the source by the form. */
export const rewrite = async (editor: Caller, id: string, data: object, locale = 'vi'): Promise<void> => {
  const { body } = await editor.get(`/api/articles/${id}?locale=${locale}&draft=true&depth=0`);
  const saved = await editor.patch(`/api/articles/${id}?locale=${locale}&depth=0`, {
    ...data,
    revision: body.revision,
  });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
};

/** A language of a document as its draft says it. */
export const draftOf = async (who: Caller, id: string, locale: string): Promise<Told> =>
  (await who.get(`/api/articles/${id}?locale=${locale}&draft=true&depth=0&fallback-locale=none`)).body;

export const textsOf = (doc: Told): string[] =>
  (doc.body?.root.children ?? []).map((node: Told) => (node.children ?? []).map((one: Told) => one.text).join(''));

export const auditOf = async (
  { payload }: Studio,
  id: string,
): Promise<{ action: string; outcome: string; code: string | null }[]> => {
  const { docs } = await payload.find({
    collection: 'audit',
    where: { documentId: { equals: id } },
    sort: 'at',
    limit: 500,
    overrideAccess: true,
  });
  return docs.map(({ action, outcome, code }: Told) => ({ action, outcome, code: code ?? null }));
};
