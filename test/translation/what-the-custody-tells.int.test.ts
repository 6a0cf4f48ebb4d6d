import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { auditOf, begin, type Told, translateAll, workbenchOf } from './support/workbench.ts';

describe.each(databases)('who did what to a translation, on %s', (database) => {
  let studio: Studio;
  let editor: Person;
  let lan: Person;
  let mai: Person;
  beforeAll(async () => {
    studio = await startStudio({ database });
    editor = await studio.person('editor');
    lan = await studio.person('translator', { name: '=Lan', translates: ['fr'] });
    mai = await studio.person('publisher', { name: 'Mai', publishes: ['fr'] });
  });
  afterAll(() => studio?.close());

  it('is kept for every segment, against which version of the source, and exported', async () => {
    const id = await begin(editor);
    const [ofLan, ofMai] = [workbenchOf(lan, 'articles', id, 'fr'), workbenchOf(mai, 'articles', id, 'fr')];
    await translateAll(ofLan);
    await ofMai.act(await ofMai.line('Chợ đêm'), 'review');
    const { segments, acts } = (await ofMai.get('/custody')).body;
    expect(segments).toHaveLength(5);
    const { segment } = await ofMai.line('Chợ đêm');
    expect(acts.filter((one: Told) => one.segment === segment).map(({ act, name }: Told) => [act, name])).toEqual([
      ['translated', '=Lan'],
      ['reviewed', 'Mai'],
    ]);
    expect(acts.every((one: Told) => one.sourceRevision >= 1 && one.source !== '' && one.target !== '')).toBe(true);
    const csv = await ofMai.get('/custody/csv');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const lines = String(csv.body).trim().split('\r\n');
    expect(lines).toHaveLength(7);
    expect(lines[0]).toContain('at,act,name,by');
    expect(csv.body).toContain(",'=Lan,");
    expect(lines.find((one) => one.includes(segment))).toMatch(/,Chợ đêm,[^,]+$/u);
    const audit = await auditOf(studio, id);
    const done = audit.filter(({ outcome }) => outcome === 'done').map(({ action }) => action);
    expect(done.filter((action) => action === 'translate')).toHaveLength(5);
    expect(done.filter((action) => action === 'review-translation')).toHaveLength(1);
  });

  it('counts a passage that is meant to differ, with a reason, until it is said that it is not', async () => {
    const id = await begin(editor);
    const bench = workbenchOf(lan, 'articles', id, 'fr');
    const line = await bench.line('Vào cửa tự do.');
    const blank = await bench.act(line, 'apart', { kind: 'left-out', reason: ' ' });
    expect([blank.status, blank.body.code]).toEqual([400, 'field-invalid']);
    const wrong = await bench.act(line, 'apart', { kind: 'only-here', reason: 'x' });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'field-invalid']);
    const left = await bench.act(line, 'apart', { kind: 'left-out', reason: 'Chỉ cho người địa phương.' });
    expect([left.status, left.body.segment.state, left.body.segment.apart]).toEqual([
      200,
      'left-out',
      { kind: 'left-out', reason: 'Chỉ cho người địa phương.', by: '=Lan', at: expect.any(String) },
    ]);
    expect((await bench.open()).counts).toMatchObject({ 'left-out': 1, missing: 4 });
    const back = await bench.act(await bench.line('Vào cửa tự do.'), 'apart', { kind: null });
    expect([back.status, back.body.segment.state]).toEqual([200, 'missing']);
  });

  it('lets a finding be called right as it is, until one side changes', async () => {
    const id = await begin(editor);
    const bench = workbenchOf(lan, 'articles', id, 'fr');
    await bench.confirm(await bench.line('Có 50 gian hàng.'), 'Il compte 51 stands.');
    const line = await bench.line('Có 50 gian hàng.');
    const [finding] = line.findings;
    expect(finding, JSON.stringify(line)).toMatchObject({ fine: null });
    const fine = await bench.act(line, 'fine', { check: finding.key, reason: 'Un stand s’est ajouté.' });
    expect(fine.status, JSON.stringify(fine.body)).toBe(200);
    const called = (await bench.line('Có 50 gian hàng.')).findings.find((one: Told) => one.key === finding.key);
    expect(called.fine).toMatchObject({ reason: 'Un stand s’est ajouté.', by: '=Lan' });
    await bench.confirm(await bench.line('Có 50 gian hàng.'), 'Il y a 51 stands.');
    const after = (await bench.line('Có 50 gian hàng.')).findings;
    expect(after.length).toBeGreaterThan(0);
    expect(after.every((one: Told) => one.fine === null)).toBe(true);
  });
});
