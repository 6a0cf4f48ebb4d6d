/** The forms in which Vietnamese text was kept before Unicode, and the two ways in which UTF-8 was then misread. */
export const legacyForms = ['tcvn3', 'vni', 'windows-1258', 'utf-8', 'utf-8-twice'] as const;
export type LegacyForm = (typeof legacyForms)[number];

/**
 * TCVN 5712:1993, VN3 (“TCVN3”, the ABC fonts): what bytes A1–FE mean, a full stop where the standard has nothing. VN3
 * has no capitals with a tone: a capital font drew the small letters as capitals.
 */
const vn3 = [
  'ĂÂÊÔƠƯĐăâêôơưđ.',
  '.....àảãáạ.ằẳẵắ.',
  '......ặầẩẫấậè.ẻẽ',
  'éẹềểễếệìỉ...ĩíịò',
  '.ỏõóọồổỗốộờởỡớợù',
  '.ủũúụừửữứựỳỷỹýỵ',
].join('');

export const tcvn3: ReadonlyMap<number, string> = new Map(
  [...vn3].flatMap((letter, index) => (letter === '.' ? [] : [[0xa1 + index, letter]])),
);

/** Windows code page 1258 where it differs from 1252: five tones stand as marks behind their letter, as in Unicode. */
export const windows1258: ReadonlyMap<number, string> = new Map([
  [0xc3, 'Ă'],
  [0xcc, '\u0300'],
  [0xd0, 'Đ'],
  [0xd2, '\u0309'],
  [0xd5, 'Ơ'],
  [0xdd, 'Ư'],
  [0xde, '\u0303'],
  [0xe3, 'ă'],
  [0xec, '\u0301'],
  [0xf0, 'đ'],
  [0xf2, '\u0323'],
  [0xf5, 'ơ'],
  [0xfd, 'ư'],
  [0xfe, '₫'],
]);

/**
 * VNI-Windows writes a letter and its mark as two characters, here as Windows-1252 shows them. Each mark with what it
 * makes of the letters that it may follow.
 */
const vniMarks: Readonly<Record<string, readonly [letters: string, made: string]>> = {
  ù: ['aeouyôö', 'áéóúýớứ'],
  ø: ['aeouyôö', 'àèòùỳờừ'],
  û: ['aeouyôö', 'ảẻỏủỷởử'],
  õ: ['aeouyôö', 'ãẽõũỹỡữ'],
  ï: ['aeouôö', 'ạẹọụợự'],
  â: ['aeo', 'âêô'],
  á: ['aeo', 'ấếố'],
  à: ['aeo', 'ầềồ'],
  å: ['aeo', 'ẩểổ'],
  ã: ['aeo', 'ẫễỗ'],
  ä: ['aeo', 'ậệộ'],
  ê: ['a', 'ă'],
  é: ['a', 'ắ'],
  è: ['a', 'ằ'],
  ú: ['a', 'ẳ'],
  ü: ['a', 'ẵ'],
  ë: ['a', 'ặ'],
};

/** The letters of VNI that stand alone. */
const vniAlone: Readonly<Record<string, string>> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  î: 'ỵ',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
};

const small: [from: string, to: string][] = [
  ...Object.entries(vniAlone),
  ...Object.entries(vniMarks).flatMap(([mark, [letters, made]]) =>
    [...letters].map((letter, index): [string, string] => [letter + mark, [...made][index] ?? '']),
  ),
];

/** Every letter of VNI-Windows, one or two characters, by what it means; a mark may be small behind a capital. */
export const vni: ReadonlyMap<string, string> = new Map(
  small.flatMap(([from, to]): [string, string][] => [
    [from, to],
    [from.charAt(0).toUpperCase() + from.slice(1), to.toUpperCase()],
    [from.toUpperCase(), to.toUpperCase()],
  ]),
);
