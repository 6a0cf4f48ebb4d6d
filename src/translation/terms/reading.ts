import { eachPiece } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * A text in its words, as a vocabulary numbers their spellings. There is one, which the next text is read into: whoever reads is done with
 * a text before the next one begins, and thousands of lists for thousands of paragraphs are what collecting garbage takes longest over.
 */
export class Reading {
  spellings = new Int32Array(1024);
  /** UTF-16 units of the text. */
  starts = new Int32Array(1024);
  ends = new Int32Array(1024);
  length = 0;

  read(text: string, words: Vocabulary): void {
    this.length = 0;
    if (text.length > this.starts.length) this.#makeRoom(text.length * 2);
    words.begin();
    eachPiece(text, (plain, start, end, hash) => {
      const at = this.length;
      this.spellings[at] = words.at(plain, start, end, hash);
      this.starts[at] = start;
      this.ends[at] = end;
      this.length = at + 1;
    });
  }

  #makeRoom(size: number): void {
    this.spellings = new Int32Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
  }
}
