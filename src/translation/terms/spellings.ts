/** Slots to begin with; there are twice as many whenever half of them are taken. */
const first = 2 ** 12;

/** What the hash of a piece begins with. */
export const unmixed = 0x811c9dc5 | 0;
/** The hash of a piece that is one UTF-16 unit longer (FNV-1a, over units). */
export const mixed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

const spread = (hash: number): number => hash ^ (hash >>> 15);

const twice = <Numbers extends Int32Array | Uint16Array>(numbers: Numbers, larger: Numbers): Numbers => {
  larger.set(numbers);
  return larger;
};

/**
 * Numbers the different pieces of texts, each by where it stands in its text: cutting a word out only to ask a map for it takes longer
 * than everything else that is done with most words. Letters and places lie side by side, so that a whole vocabulary fits where memory is
 * quick.
 */
export class Spellings {
  /** One more than the number of a piece, by the end of its hash and on from there. */
  #slots = new Int32Array(first);
  #hashes = new Int32Array(first);
  /** Where the letters of each piece begin; they end where those of the next one do. */
  #begins = new Int32Array(first);
  #letters = new Uint16Array(first * 8);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /**
   * The number of the piece of a text; -1 where it has none yet.
   * @param hash of the piece, as `mixed` makes it of its UTF-16 units one after another
   */
  find(text: string, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    for (let slot = spread(hash) & last; ; slot = (slot + 1) & last) {
      const place = (slots[slot] ?? 0) - 1;
      if (place < 0 || this.#is(place, text, start, end)) return place;
    }
  }

  /** Numbers a piece that has none. @returns its number: they count up from 0 */
  add(text: string, start: number, end: number, hash: number): number {
    const place = this.#count;
    if ((place + 2) * 2 > this.#slots.length) this.#grow();
    const begin = this.#begins[place] ?? 0;
    const stop = begin + end - start;
    while (stop > this.#letters.length) this.#letters = twice(this.#letters, new Uint16Array(this.#letters.length * 2));
    for (let at = start; at < end; at += 1) this.#letters[begin + at - start] = text.charCodeAt(at);
    this.#begins[place + 1] = stop;
    this.#hashes[place] = hash;
    this.#count += 1;
    this.#put(place);
    return place;
  }

  forget(): void {
    this.#slots = new Int32Array(first);
    this.#hashes = new Int32Array(first);
    this.#begins = new Int32Array(first);
    this.#count = 0;
  }

  #is(place: number, text: string, start: number, end: number): boolean {
    const begin = this.#begins[place] ?? 0;
    if ((this.#begins[place + 1] ?? 0) - begin !== end - start) return false;
    const letters = this.#letters;
    for (let at = start, from = begin; at < end; at += 1, from += 1)
      if (letters[from] !== text.charCodeAt(at)) return false;
    return true;
  }

  #put(place: number): void {
    const last = this.#slots.length - 1;
    let slot = spread(this.#hashes[place] ?? 0) & last;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
    this.#slots[slot] = place + 1;
  }

  #grow(): void {
    const size = this.#slots.length * 2;
    this.#slots = new Int32Array(size);
    this.#hashes = twice(this.#hashes, new Int32Array(size));
    this.#begins = twice(this.#begins, new Int32Array(size));
    for (let place = 0; place < this.#count; place += 1) this.#put(place);
  }
}
