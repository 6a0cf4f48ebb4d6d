import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { judge, longest, readReasons, readReport } from '../support/advisories.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/advisories.md'), 'utf8');

const flaw = (id: string, severity: string) => ({
  ...{ source: 1, name: 'qs', dependency: 'qs', title: 'It ends', severity, range: '<7' },
  url: `https://github.com/advisories/${id}`,
});
const report = (...via: unknown[]) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: { qs: { name: 'qs', via }, express: { name: 'express', via: ['qs'] } },
  });
const row = (id: string, until: string, { reason = 'We do not call it', since = '2026-11-27' } = {}) =>
  `| ${id} | qs | ${reason} | ${since} | ${until} |\n`;
const today = '2026-11-27';
const said = (told: string, rows: string) => judge(readReport(told) ?? [], readReasons(rows), today);

test('a known flaw of a package needs a reason that stands today, and no longer than its severity allows', () => {
  const one = report(flaw('GHSA-aaaa-bbbb-cccc', 'high'));
  expect(said(one, '')).toEqual(['no reason: GHSA-aaaa-bbbb-cccc (high) of qs: It ends']);
  expect(said(one, row('GHSA-aaaa-bbbb-cccc', '2026-12-20'))).toEqual([]);
  expect(said(one, row('GHSA-aaaa-bbbb-cccc', '2026-12-20', { reason: '' }))).toHaveLength(1);
  expect(said(one, row('GHSA-aaaa-bbbb-cccc', '2026-11-26'))[0]).toMatch(/stood until 2026-11-26/);
  expect(said(one, row('GHSA-aaaa-bbbb-cccc', '2027-11-26'))[0]).toMatch(/may wait for 30 days/);
  expect(said(one, row('GHSA-aaaa-bbbb-cccc', 'soon'))[0]).toMatch(/no day/);
  for (const since of ['', 'long ago', '2026-11-28'])
    expect(said(one, row('GHSA-aaaa-bbbb-cccc', '2026-12-20', { since }))[0]).toMatch(/no day since/);
  expect(said(report(), row('GHSA-aaaa-bbbb-cccc', '2026-12-20'))[0]).toMatch(/no longer reported/);
});

test('a reason that is put off and off again ends with the term of its severity, counted from the first report', () => {
  const one = report(flaw('GHSA-aaaa-bbbb-cccc', 'critical'));
  const since = '2026-11-20';
  expect(said(one, row('GHSA-aaaa-bbbb-cccc', '2026-11-27', { since }))).toEqual([]);
  for (const until of ['2026-11-28', '2026-12-04'])
    expect(said(one, row('GHSA-aaaa-bbbb-cccc', until, { since }))[0], until).toMatch(/may wait for 7 days/);
});

test('a registry that does not answer has not said that there is nothing', () => {
  for (const told of ['', 'no', '{}', '{"message":"405 Method Not Allowed","statusCode":405}'])
    expect(readReport(told)).toBeNull();
  expect(readReport(report())).toEqual([]);
});

test('where there is no npm nobody was asked, which is told as that', () => {
  const program = join(root, 'test/support/check-advisories.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], {
    env: { ...process.env, PATH: root },
    encoding: 'utf8',
  });
  expect([status, stdout, stderr]).toEqual([2, expect.stringMatching(/^NOT ASKED: .*\n.*ENOENT/), '']);
});

test('the page of advisories tells how long each may wait, as the command counts it', () => {
  for (const [severity, days] of Object.entries(longest)) {
    if (severity !== 'info') expect(page, severity).toMatch(new RegExp(`^\\| ${severity} \\| ${days} days \\|`, 'm'));
  }
  for (const { id, reason, since, until } of readReasons(page)) {
    expect(reason.length, id).toBeGreaterThan(20);
    for (const day of [since, until]) expect(day, id).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});
