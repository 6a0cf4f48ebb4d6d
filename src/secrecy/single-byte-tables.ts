/** Letters of a table from one byte on; a full stop where it has none. */
const rows = (first: number, letters: string): [number, string][] =>
  [...letters].flatMap((letter, index): [number, string][] => (letter === '.' ? [] : [[first + index, letter]]));

/** VISCII 1.1 (RFC 1456), bytes 80–FF. */
export const visciiLetters: ReadonlyMap<number, string> = new Map(
  rows(
    0x80,
    [
      'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ',
      'ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ',
      'Õắằặấầẩậẽẹếềểễệố',
      'ồổỗỠƠộờởịỰỨỪỬơớƯ',
      'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ',
      'ĐứÒÓÔạỷừửÙÚỹỵÝỡư',
      'àáâãảăữẫèéêẻìíĩỉ',
      'đựòóôõỏọụùúũủýợỮ',
    ].join(''),
  ),
);

/** VPS: the letters of stamps, small ones and capitals; some capitals with a dot below are control characters. */
export const vpsLetters: ReadonlyMap<number, string> = new Map([
  ...rows(0x80, 'ÀẢÃẤẦẨ.....'),
  ...([
    [0x02, 'Ạ'],
    [0x03, 'Ậ'],
    [0x06, 'Ệ'],
    [0x12, 'Ộ'],
    [0x90, 'Ế'],
    [0x93, 'Ề'],
    [0x96, 'Ố'],
    [0x98, 'Ổ'],
    [0xb7, 'Ỉ'],
    [0xd0, 'Ư'],
    [0xf1, 'Đ'],
    [0x89, 'ế'],
    [0x8a, 'ề'],
    [0x8b, 'ể'],
    [0x8c, 'ệ'],
    [0xb0, 'ổ'],
    [0xb6, 'ộ'],
    [0xc0, 'ầ'],
    [0xc3, 'ấ'],
    [0xc6, 'ậ'],
    [0xc7, 'đ'],
    [0xcc, 'ỉ'],
    [0xd2, 'ồ'],
    [0xd3, 'ố'],
    [0xd6, 'ơ'],
    [0xdc, 'ư'],
    [0xe4, 'ả'],
    [0xe5, 'ạ'],
  ] as const),
]);
