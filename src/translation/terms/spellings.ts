/** Slots to begin with; there are twice as many whenever half of them are taken. */
const first = 2 ** 12;
/** Spellings that are remembered at most; after that it begins anew. */
const most = 2 ** 16;

/**
 * What is known of each spelling, looked up by where it stands in a text: cutting a word out of its text only to ask a map for it takes
 * longer than everything else that is done with most words.
 */
export class Spellings<Known> {
  /** One more than the place of a spelling among all, by the end of its hash and on from there. */
  #slots = new Int32Array(first);
  #texts: string[] = [];
  #hashes: number[] = [];
  #known: Known[] = [];

  /**
   * What is known of the piece of a text.
   * @param hash of the piece, as `mixed` makes it of its UTF-16 units one after another
   * @param look finds out what is not known yet
   */
  at(text: string, start: number, end: number, hash: number, look: (piece: string) => Known): Known {
    const slots = this.#slots;
    const last = slots.length - 1;
    for (let slot = spread(hash) & last; ; slot = (slot + 1) & last) {
      const place = (slots[slot] ?? 0) - 1;
      if (place < 0) return this.#remember(text.slice(start, end), hash, look);
      const spelling = this.#texts[place] ?? '';
      if (spelling.length === end - start && text.startsWith(spelling, start)) return this.#known[place] as Known;
    }
  }

  #remember(piece: string, hash: number, look: (piece: string) => Known): Known {
    const known = look(piece);
    if (this.#texts.length >= most) this.#forget();
    this.#known.push(known);
    this.#hashes.push(hash);
    const place = this.#texts.push(piece);
    if (place * 2 > this.#slots.length) this.#grow();
    else this.#put(hash, place);
    return known;
  }

  #put(hash: number, place: number): void {
    const last = this.#slots.length - 1;
    let slot = spread(hash) & last;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
    this.#slots[slot] = place;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (const [at, hash] of this.#hashes.entries()) this.#put(hash, at + 1);
  }

  #forget(): void {
    this.#slots = new Int32Array(first);
    this.#texts = [];
    this.#hashes = [];
    this.#known = [];
  }
}

/** What the hash of a piece begins with. */
export const unmixed = 0x811c9dc5 | 0;
/** The hash of a piece that is one UTF-16 unit longer (FNV-1a, over units). */
export const mixed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

const spread = (hash: number): number => hash ^ (hash >>> 15);
