import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Where } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, openToCommands, runCommand } from '../archive/support/bagging.ts';
import { databases } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';

import { unpack } from '../translation/support/packs.ts';
import { begin, french, source, translateAll, workbenchOf } from '../translation/support/workbench.ts';
import { type Office, openOffice } from './support/lowering.ts';

const above = ['restricted', 'mat', 'toi_mat', 'tuyet_mat'];
const canary = 'Marché secret de nuit';

describe.each(databases)('what is counted leaves by no export of an operator, on %s', (database) => {
  let office: Office;
  let translator: Person;
  let open: string;
  const counted: string[] = [];
  beforeAll(async () => {
    office = await openOffice(database);
    const { studio, people } = office;
    await openToCommands(studio);
    const cleared = { clearance: 'restricted' as const, compartments: ['harbour'], translates: ['fr' as const] };
    translator = await studio.person('translator', { ...cleared, name: 'Lan' });
    const reviewer = await studio.person('translator', { translates: [], reviews: ['fr'] });
    open = await begin(people.editor);
    for (const marking of [{ level: 'restricted' }, { level: 'internal', compartments: ['harbour'] }]) {
      const id = await begin(people.editor);
      const bench = workbenchOf(translator, 'articles', id, 'fr');
      await translateAll(bench, { ...french, 'Chợ đêm': canary });
      const theirs = workbenchOf(reviewer, 'articles', id, 'fr');
      expect((await theirs.act(await theirs.line('Chợ đêm'), 'review')).status).toBe(200);
      const { body } = await people.editor.get(`/api/articles/${id}?draft=true&depth=0`);
      const raised = await people.officer.post(`/api/markings/${body.marking}/raise`, { ...marking, basis: 'x' });
      expect(raised.status, JSON.stringify(raised.body)).toBe(200);
      counted.push(id);
    }
  });
  afterAll(() => office?.studio.close());

  const out = (name: string) => join(office.studio.folder, name);
  const run = (...args: string[]) => runCommand(office.studio, ...args);
  const exported = async (): Promise<number> => {
    const where: Where = { action: { equals: 'export' } };
    return (await office.studio.payload.db.count({ collection: 'audit', where })).totalDocs;
  };

  it.each(above)(
    'R56: neither memory nor packs are written up to %s: nothing is opened, and no line says that it was',
    async (level) => {
      const before = await exported();
      const memory = await run('memory', 'export', '--out', out('high.tmx'), '--up-to', level);
      const args = ['--all', '--to', 'fr', '--out', out('high'), '--up-to', level];
      const packs = [await run('translation', 'export', ...args)];
      packs.push(await run('translation', 'export', ...args, '--as', translator.email));
      for (const ended of [memory, ...packs])
        expect([ended.status, ended.stdout, ended.stderr]).toEqual([
          1,
          '',
          expect.stringMatching(/^copy-needs-permission: /),
        ]);
      for (const name of ['high.tmx', 'high']) await expect(stat(out(name))).rejects.toThrow();
      expect(await exported()).toBe(before);
    },
  );

  it('R56: a pack for somebody who is cleared has nothing that is counted, neither as a document nor as what helps', async () => {
    const named = [open, ...counted].flatMap((id) => ['--article', id]);
    const args = [...named, '--to', 'fr', '--as', translator.email, '--out', out('theirs'), '--json'];
    const ended = await run('translation', 'export', ...args);
    expect(ended.status, ended.stdout).toBe(0);
    expect(answerOf(ended)).toMatchObject({ documents: 1, left: 2 });
    const [name = ''] = await readdir(out('theirs'));
    const pack = await unpack(await readFile(join(out('theirs'), name)));
    const all = [...pack].flat().join('\n');
    for (const id of counted) expect(all).not.toContain(id);
    expect([all.includes(open), all.includes(source.title), all.includes(canary)]).toEqual([true, true, false]);
  });

  it('R56: the memory of the house up to internal has nothing of them', async () => {
    const ended = await run('memory', 'export', '--out', out('all.tmx'), '--up-to', 'internal');
    expect([ended.status, ended.stderr]).toEqual([0, '']);
    expect(await readFile(out('all.tmx'), 'utf8')).not.toContain(canary);
  });
});
