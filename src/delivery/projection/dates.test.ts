import { expect, it } from 'vitest';
import { daysOf } from './dates.ts';

it('takes a date known to the year, month or day for all the days that it can mean', () => {
  expect(daysOf('2018')).toEqual({ from: '2018-01-01', to: '2018-12-31' });
  expect(daysOf('2018-05')).toEqual({ from: '2018-05-01', to: '2018-05-31' });
  expect(daysOf('2018-05-19')).toEqual({ from: '2018-05-19', to: '2018-05-19' });
  expect(daysOf(null)).toEqual({ from: null, to: null });
});
