import { expect, test } from 'vitest';
import { openWords } from '../words/words.ts';
import { ingestAnswer } from './ingest-report.ts';

test('a refusal and a lack are told in words', () => {
  const fate = { id: null, sha256: null, bytes: 1, lacks: [], code: null, reading: null };
  const fates = [
    { ...fate, file: 'a.pdf', outcome: 'refused' as const, code: 'image-unsupported' as const },
    { ...fate, file: 'b.jpg', outcome: 'attention' as const, lacks: ['alt' as const, 'credit' as const] },
  ];
  const { lines, ok } = ingestAnswer({ fates, report: null, dryRun: false, left: 0, skipped: [] }, openWords('en'));
  expect(lines.slice(-2)).toEqual(['  a.pdf: Unsupported picture', '  b.jpg: lacks Alternative text, Credit']);
  expect(ok).toBe(false);
});
