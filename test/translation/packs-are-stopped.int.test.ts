import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFrom } from '../../src/cli/translation/export-all.ts';
import { importInto } from '../../src/cli/translation/import-all.ts';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { translated, unpack, zipOf } from './support/packs.ts';
import { begin, draftOf, french, paragraphs, textsOf } from './support/workbench.ts';

describe.each(databases)('a pack on which somebody presses Ctrl-C, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let ids: string[];
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor');
    ids = [await begin(editor), await begin(editor), await begin(editor)];
  });
  afterAll(() => studio?.close());

  const choice = { collections: ['articles'], articles: [], due: null, needsWork: false } as const;
  const writePack = (stop: AbortController, onProgress: (done: number) => void = () => undefined) =>
    exportFrom(studio.payload, {
      ...{ to: 'fr', choice, upTo: 'internal', as: null, language: 'en' },
      ...{ out: join(studio.folder, 'out'), signal: stop.signal, onProgress },
    });
  const bring = (path: string, stop: AbortController, onProgress: (done: number) => void = () => undefined) =>
    importInto(studio.payload, {
      ...{ path, as: null, to: null, onConflict: 'ours', dryRun: false, signal: stop.signal, onProgress },
    });
  const whole = paragraphs.map((text) => french[text as keyof typeof french]);
  const textsNow = async () => {
    const texts: string[][] = [];
    for (const id of ids) texts.push(textsOf(await draftOf(editor, id, 'fr')));
    return texts;
  };

  it('leaves nothing behind that would pass for a pack, and is written whole the next time', async () => {
    const stop = new AbortController();
    await expect(writePack(stop, () => stop.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readdir(join(studio.folder, 'out'))).toEqual([]);
    expect(await writePack(new AbortController())).toMatchObject({ documents: 3 });
    expect(await readdir(join(studio.folder, 'out'))).toEqual([expect.stringMatching(/\.zip$/)]);
  });

  it('leaves each document whole or untouched, and goes on where it was stopped', async () => {
    const [name = ''] = await readdir(join(studio.folder, 'out'));
    const files = [...(await unpack(await readFile(join(studio.folder, 'out', name))))];
    const back = files.map(([file, text]) => [file, file.startsWith('xliff/') ? translated(text, french) : text]);
    const path = join(studio.folder, 'back.zip');
    await writeFile(path, await zipOf(back as [string, string][]));
    const stop = new AbortController();
    const stopped = await bring(path, stop, () => stop.abort());
    expect(stopped).toMatchObject({ stopped: true, documents: [{ taken: 5 }] });
    expect((await textsNow()).filter((texts) => texts.length > 0)).toEqual([whole]);
    const rest = await bring(path, new AbortController());
    expect(rest.stopped).toBe(false);
    expect(rest.documents.map(({ taken }) => taken).toSorted()).toEqual([0, 5, 5]);
    expect(await textsNow()).toEqual([whole, whole, whole]);
  });
});
