/** A text as it is read: NFC, digits and signs of full width as half width; and where each unit of it stood. */
export interface Prepared {
  readonly text: string;
  /** The place in the given text of a place in the prepared one. */
  readonly placeOf: (at: number) => number;
}

const fullWidth = /[０-９％．：／－＋＄￥（）]/g;
const halfOf = (sign: string): string =>
  sign === '￥' ? '¥' : String.fromCharCode((sign.codePointAt(0) ?? 0) - 0xfee0);

/** A letter with the marks that belong to it: what NFC may join. */
const clusters = /\P{M}\p{M}*|\p{M}+/gsu;

const joined = (text: string): Prepared => {
  const places: number[] = [];
  let made = '';
  for (const { 0: cluster, index } of text.matchAll(clusters)) {
    const whole = cluster.normalize('NFC');
    for (let unit = 0; unit < whole.length; unit += 1) places.push(index + Math.min(unit, cluster.length - 1));
    made += whole;
  }
  return { text: made, placeOf: (at) => places[at] ?? text.length };
};

/** @param given any text; broken surrogates stay as they are */
export const prepare = (given: string): Prepared => {
  const isComposed = given.normalize('NFC') === given;
  const { text, placeOf } = isComposed ? { text: given, placeOf: (at: number) => at } : joined(given);
  return { text: text.replace(fullWidth, halfOf), placeOf };
};
