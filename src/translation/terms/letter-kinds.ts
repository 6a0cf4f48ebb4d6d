/** What a character is for whoever cuts a text: nothing, part of a word, a Chinese character, or a mark by itself. */
export const letterKinds = { space: 0, word: 1, han: 2, mark: 3 } as const;
export type LetterKind = (typeof letterKinds)[keyof typeof letterKinds];

const kindOf = (character: string): LetterKind => {
  if (/\p{Script=Han}/u.test(character)) return letterKinds.han;
  if (/[\p{L}\p{N}\p{M}]/u.test(character)) return letterKinds.word;
  return /\s/u.test(character) ? letterKinds.space : letterKinds.mark;
};

/** Of all characters of one UTF-16 unit, made when it is first needed: asking a pattern for each letter of a text takes too long. */
let table: Uint8Array | null = null;

const makeTable = (): Uint8Array => {
  const kinds = new Uint8Array(0x1_0000);
  for (let code = 0; code < kinds.length; code += 1) kinds[code] = kindOf(String.fromCharCode(code));
  return kinds;
};

/** A character of a text: what it is, and how many UTF-16 units it takes. */
export interface Letter {
  readonly kind: LetterKind;
  readonly size: 1 | 2;
}

const one: Readonly<Record<LetterKind, Letter>> = {
  0: { kind: 0, size: 1 },
  1: { kind: 1, size: 1 },
  2: { kind: 2, size: 1 },
  3: { kind: 3, size: 1 },
};

/** What each UTF-16 unit is by itself; of the halves of characters that take two, `letterAt` has to be asked. */
export const kindsOfUnits = (): Uint8Array => {
  table ??= makeTable();
  return table;
};

/** The character that stands at a place of a text. */
export const letterAt = (text: string, at: number): Letter => {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code < 0xdc00) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (character.length === 2) return { kind: kindOf(character), size: 2 };
  }
  return one[(kindsOfUnits()[code] ?? 0) as LetterKind];
};
