import { type Case, nowhere } from './case.ts';

const describe = (what: string, body: object, gives: string): Case => ({
  what,
  who: 'curator',
  ask: 'PATCH /api/images/{image}?locale=vi',
  body,
  gives,
});
const release = (what: string, ids: unknown[], gives: string): Case => ({
  what,
  who: 'curator',
  ask: 'POST /api/images/release',
  body: { ids },
  gives,
});
const width = (what: string, asked: string): Case => ({
  what,
  who: 'curator',
  ask: `GET /api/images/{image}/file?width=${asked}`,
  gives: '400 parameter-invalid',
});

const whole = { x: 0, y: 0, width: 1, height: 1 };

export const images: readonly Case[] = [
  describe('rights of somebody’s own invention', { rights: 'mine' }, '400 field-invalid'),
  describe('a focus outside the picture', { focusX: 1.5 }, '400 field-invalid'),
  describe('crops that are a word', { crops: 'all' }, '400 field-invalid'),
  describe('a crop in a shape of somebody’s own', { crops: { '2:1': whole } }, '400 field-invalid'),
  describe('a crop with a number too many', { crops: { '1:1': { ...whole, z: 1 } } }, '400 field-invalid'),
  describe('a crop with words for numbers', { crops: { '1:1': { ...whole, x: '0' } } }, '400 field-invalid'),
  describe('a crop beyond the picture', { crops: { '1:1': { ...whole, x: 0.9 } } }, '422 crop-outside'),
  describe('a crop in another shape', { crops: { '9:16': whole } }, '422 crop-shape'),
  describe('another master for a picture', { master: { sha256: { $ne: '' } } }, '400 field-unknown'),
  release('a release of nothing', [], '400 field-invalid'),
  release('a release by operator', [{ $ne: null }], '400 field-unknown'),
  { ...release('a release of what is not there', [nowhere], '404 not-found'), leaves: 'release images -' },
  {
    ...release('a release of one’s own picture', ['{image}'], '403 image-release-own'),
    leaves: 'release images -',
  },
  width('a width in words', 'large'),
  width('a width below nothing', '-1'),
  width('a width beyond all', '99999999'),
];
