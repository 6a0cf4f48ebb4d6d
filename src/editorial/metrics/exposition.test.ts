import { expect, test } from 'vitest';
import { expositionOf } from './exposition.ts';

test('is what Prometheus reads: help, type and value, a line each', () => {
  const gauges = [
    { name: 'a_total', help: 'First', value: 3 },
    { name: 'b_seconds', help: 'Second', value: 0.25 },
  ];
  expect(expositionOf(gauges)).toBe(
    '# HELP a_total First\n# TYPE a_total gauge\na_total 3\n# HELP b_seconds Second\n# TYPE b_seconds gauge\nb_seconds 0.25\n',
  );
  expect(expositionOf([])).toBe('');
});
