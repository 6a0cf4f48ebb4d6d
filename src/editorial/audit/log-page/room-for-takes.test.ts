import { expect, it } from 'vitest';
import { enter, mostTakes } from './room-for-takes.ts';

it('one export a person, and no more than some in the house, until one of them ends', () => {
  const going = new Set<string>();
  const first = enter(going, 'p1');
  expect(() => enter(going, 'p1')).toThrow(expect.objectContaining({ code: 'audit-export-busy' }));
  for (let person = 2; person <= mostTakes; person += 1) enter(going, `p${person}`);
  expect(() => enter(going, 'late')).toThrow(expect.objectContaining({ code: 'audit-export-busy' }));
  first();
  const late = enter(going, 'late');
  // What has ended once ends nothing of somebody who came since
  late();
  enter(going, 'late');
  late();
  expect(() => enter(going, 'late')).toThrow(expect.objectContaining({ code: 'audit-export-busy' }));
});
