/** Letters that stand by themselves in Unicode, though a reader types them as others. */
const letters: Record<string, string> = { đ: 'd', ð: 'd', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th', ı: 'i' };

/**
 * A text as it is searched and compared without marks: lower case, NFD with all marks dropped, `đ` as `d` (neither SQLite
 * nor `Intl.Collator('vi')` folds that one). Letters of other scripts stay as they are.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đðøłæœßþı]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFC');
