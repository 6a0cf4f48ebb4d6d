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

export const images: readonly Case[] = [
  describe('rights of somebody’s own invention', { rights: 'mine' }, '400 field-invalid'),
  describe('a focus outside the picture', { focusX: 1.5 }, '400 field-invalid'),
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
