const shifted = (text: string): string[] =>
  // Base64 of the same letters differs by where among three bytes they begin; what its neighbours touch is cut off
  [0, 1, 2].map((before) => {
    const encoded = Buffer.from('.'.repeat(before) + text).toString('base64');
    return encoded.slice(before === 0 ? 0 : before + 1).replace(/.?.?=*$/, '');
  });

const unmarked = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** What a word may look like where it is not meant to be: as it is, decomposed, without marks, backwards, encoded. */
export const disguisesOf = (word: string): string[] => {
  const plain = [word, word.normalize('NFD'), unmarked(word)];
  const encoded = plain.flatMap((text) => [
    ...[[...text].reverse().join(''), encodeURIComponent(text), Buffer.from(text).toString('hex')],
    ...[JSON.stringify(text).slice(1, -1), Buffer.from(text, 'utf16le').toString('latin1')],
    ...shifted(text),
  ]);
  return [...new Set([...plain, ...encoded])];
};

/** Finds words in whatever disguise. @returns those that stand in what was said */
export const openSearch = (words: readonly string[]) => {
  const sought = words.map((word) => ({
    word,
    looks: disguisesOf(word.toLowerCase()).map((look) => look.toLowerCase()),
  }));
  return (said: string | Buffer): string[] => {
    const text = Buffer.isBuffer(said) ? `${said.toString('latin1')}\n${said.toString('utf8')}` : said;
    const low = text.toLowerCase();
    return sought.filter(({ looks }) => looks.some((look) => low.includes(look))).map(({ word }) => word);
  };
};
