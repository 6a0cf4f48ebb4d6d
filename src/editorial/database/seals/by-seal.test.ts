import type { Where } from 'payload';
import { expect, it } from 'vitest';
import { bySeal } from './by-seal.ts';

const covered = { in: ['public|', 'internal|', '|'] };
const words = { title: { contains: 'cảng' } };

it('asks by the seal of the document where the rules ask by that of its marking', () => {
  const where: Where = { and: [words, { and: [{ 'marking.seal': covered }, { id: { not_equals: 'a' } }] }] };
  expect(bySeal(where, '')).toEqual({
    where: { and: [words, { and: [{ seal: covered }, { id: { not_equals: 'a' } }] }] },
    lists: [covered.in],
  });
});

it('asks drafts by the seal of the version, and keeps every list that has to be borne out', () => {
  const less = { in: ['public|', '|'] };
  const where: Where = { and: [{ 'version.marking.seal': covered }, { 'version.marking.seal': less, ...words }] };
  expect(bySeal(where, 'version.')).toEqual({
    where: { and: [{ 'version.seal': covered }, { 'version.seal': less, ...words }] },
    lists: [covered.in, less.in],
  });
});

it.each([
  ['a condition that need not hold', { or: [{ 'marking.seal': covered }, words] }, ''],
  ['one below it', { and: [{ or: [{ and: [{ 'marking.seal': covered }] }, words] }] }, ''],
  ['seals that somebody asked for', { 'marking.seal': { in: ['internal|'] } }, ''],
  ['something else about the marking', { 'marking.seal': { not_in: ['|'] } }, ''],
  ['two conditions in one', { 'marking.seal': { ...covered, exists: true } }, ''],
  ['the marking of another document', { 'cover.marking.seal': covered }, ''],
  ['documents where versions are asked for', { 'marking.seal': covered }, 'version.'],
  ['versions where documents are asked for', { 'version.marking.seal': covered }, ''],
  ['what is no text', { 'marking.seal': { in: ['|', 1] } }, ''],
] as const)('leaves alone %s', (_, where, of) => {
  expect(bySeal(where as never, of)).toBeNull();
});
