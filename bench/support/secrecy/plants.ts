import { tcvn3, vni } from '#media/metadata/legacy-tables.ts';
import { visciiLetters } from '#secrecy/single-byte-tables.ts';

/** A way of writing a stamp, and what becomes of its words in it. */
export interface Plant {
  readonly name: string;
  readonly write: (words: string) => string;
}

const letterOf = (table: ReadonlyMap<number, string>) =>
  new Map([...table].map(([byte, letter]) => [letter, String.fromCharCode(byte)]));

const byTable =
  (letters: ReadonlyMap<string, string>) =>
  (words: string): string =>
    [...words.normalize('NFC')].map((letter) => letters.get(letter) ?? letter).join('');

/** Capital fonts of TCVN3 drew small letters with marks as capitals. */
const inTcvn3 = (words: string): string => {
  const letters = letterOf(tcvn3);
  return [...words.normalize('NFC')]
    .map((letter) => letters.get(letter) ?? letters.get(letter.toLowerCase()) ?? letter)
    .join('');
};

const fromVni = new Map([...vni].map(([shown, letter]) => [letter, shown]));

const utf8 = new TextEncoder();
const windows1252 = new TextDecoder('windows-1252');
const latin1 = (bytes: Uint8Array) => String.fromCharCode(...bytes);

export const plants: readonly Plant[] = [
  { name: 'as it is written (NFC)', write: (words) => words.normalize('NFC') },
  { name: 'decomposed (NFD)', write: (words) => words.normalize('NFD') },
  {
    name: 'letters apart',
    write: (words) =>
      words
        .split(' ')
        .map((word) => [...word].join(' '))
        .join('   '),
  },
  { name: 'TCVN3 as Latin-1', write: inTcvn3 },
  { name: 'VNI as Latin-1', write: byTable(fromVni) },
  { name: 'VISCII as Latin-1', write: byTable(letterOf(visciiLetters)) },
  { name: 'UTF-8 as Windows-1252', write: (words) => windows1252.decode(utf8.encode(words)) },
  { name: 'UTF-8 as Latin-1', write: (words) => latin1(utf8.encode(words)) },
];

/** Vietnamese stamps in capitals, as they are struck on paper. */
export const planted = [
  'TUYỆT MẬT',
  'TỐI MẬT',
  'MẬT',
  'CHỈ LƯU HÀNH NỘI BỘ',
  'KHÔNG PHỔ BIẾN',
  'CẤM SAO CHỤP',
] as const;
/** Those of others, which are written one way. */
export const plantedElsewhere = {
  en: ['TOP SECRET', 'CONFIDENTIAL', 'FOR OFFICIAL USE ONLY'],
  fr: ['TRÈS SECRET', 'CONFIDENTIEL', 'DIFFUSION RESTREINTE'],
  zh: ['绝密★', '机密★', '内部资料'],
} as const;
