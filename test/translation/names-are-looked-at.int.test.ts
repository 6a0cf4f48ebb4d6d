import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { begin, type Told, workbenchOf } from './support/workbench.ts';

describe.each(databases)('the workbench looks at official names, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let keeper: Person;
  let lan: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor');
    keeper = await studio.person('terminologist');
    lan = await studio.person('translator', { translates: ['en'] });
  });
  afterAll(() => studio?.close());

  const findings = ({ findings: all }: Told) => all.map(({ check, says, values }: Told) => [check, says, values.found]);

  it('as the registry has them at the moment', async () => {
    const form = (locale: string, term: string, status: string) => ({ locale, term, status, stops: false });
    const forms = [form('vi', 'chợ Bến Thành', 'approved'), form('en', 'Ben Thanh Market', 'approved')];
    const entry = { kind: 'place', forms: [...forms, form('en', 'Saigon Market', 'forbidden')] };
    const id = await begin(editor, { title: 'Một buổi sáng ở chợ Bến Thành' });
    const bench = workbenchOf(lan, 'articles', id, 'en');
    const title = 'Một buổi sáng ở chợ Bến Thành';
    await bench.confirm(await bench.line(title), 'A morning at Saigon Market');
    expect(findings(await bench.line(title))).toEqual([]);
    const made = await keeper.post('/api/concepts', entry);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const found = findings(await bench.line(title));
    expect(found.map(([check]: string[]) => check)).toContain('forbidden-names');
    expect(found.map(([, , words]: string[]) => words)).toContain('Saigon Market');
    await bench.confirm(await bench.line(title), 'A morning at Ben Thanh Market');
    expect(findings(await bench.line(title))).toEqual([]);
  });
});
