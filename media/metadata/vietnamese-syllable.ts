/**
 * Whether a word is a syllable that Vietnamese spelling allows: an onset, a rhyme, at most one tone, and the tone on the
 * letter where the old or the new manner puts it. Nearly all text in another language, or read in the wrong encoding,
 * fails it soon, which makes it a witness for what a legacy text was.
 * @param word letters of one syllable, in any case and normal form
 */
export function isVietnameseSyllable(word: string): boolean {
  const { letters, toneAt, tone } = apart(word);
  if (toneAt === null) return false;
  return splits(letters).some(([onset, rhyme]) => {
    if (!rhymes.has(rhyme)) return false;
    if (/(?:c|ch|p|t)$/.test(rhyme)) return (tone === acute || tone === dot) && isToned(rhyme, toneAt - onset.length);
    return tone === '' || isToned(rhyme, toneAt - onset.length);
  });
}

const grave = '\u0300';
const acute = '\u0301';
const tilde = '\u0303';
const hook = '\u0309';
const dot = '\u0323';
const tones = [grave, acute, tilde, hook, dot];

/** Letters (NFC) without the tone, and the tone with the place of its letter: −1 without one, null where there are two. */
function apart(word: string): { letters: string; toneAt: number | null; tone: string } {
  let letters = '';
  let tone = '';
  let toneAt: number | null = -1;
  for (const letter of word.toLowerCase().normalize('NFC')) {
    const marks = [...letter.normalize('NFD')];
    const found = marks.filter((mark) => tones.includes(mark));
    if (found.length > 0) {
      toneAt = toneAt === -1 && found.length === 1 ? letters.length : null;
      tone = found[0] ?? '';
    }
    letters += marks
      .filter((mark) => !tones.includes(mark))
      .join('')
      .normalize('NFC');
    if (toneAt === null) break;
  }
  return { letters, toneAt, tone };
}

const onsets = new Set(' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' '));

/** Every way to part letters into an onset and a rhyme; `gì` and `gìn` have the i of `gi` in their rhyme. */
const splits = (letters: string): [onset: string, rhyme: string][] =>
  [0, 1, 2, 3]
    .map((at): [string, string] => [letters.slice(0, at), letters.slice(at)])
    .filter(([onset]) => onsets.has(onset));

const rhymes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
   e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
   i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
   o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
   ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
   u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu
   ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
   y yêm yên yêng yêt yêu ych ynh yn yt yp`.split(/\s+/),
);

/** Whether a tone stands where it may: on the letter with a mark, before a consonant on the last vowel, else see below. */
function isToned(rhyme: string, at: number): boolean {
  const vowels = /^[aăâeêioôơuưy]+/.exec(rhyme)?.[0] ?? '';
  const marked = [...vowels].findLastIndex((vowel) => 'ăâêôơư'.includes(vowel));
  if (marked >= 0) return at === marked;
  if (vowels.length < rhyme.length) return at === vowels.length - 1;
  if (vowels.length === 3) return at === 1;
  return at === 0 || (at === 1 && ['oa', 'oe', 'uy'].includes(vowels));
}
