/** A list of numbers below 2³² that grows, four bytes each. */
export interface Numbers {
  readonly length: number;
  /** As it stands; a later growth makes another one. */
  readonly list: Uint32Array;
  /** @returns where it now stands */
  push(value: number): number;
  /** Also beyond the end: what lies between is 0. */
  set(at: number, value: number): void;
  /** 0 beyond the end. */
  get(at: number): number;
}

export const openNumbers = (capacity = 64): Numbers => {
  let list = new Uint32Array(capacity);
  let length = 0;
  const reach = (end: number): void => {
    if (end > list.length) {
      const larger = new Uint32Array(Math.max(end, Math.ceil(list.length * 1.5)));
      larger.set(list);
      list = larger;
    }
    length = Math.max(length, end);
  };
  return {
    get length() {
      return length;
    },
    get list() {
      return list;
    },
    push: (value) => {
      const at = length;
      reach(at + 1);
      list[at] = value;
      return at;
    },
    set: (at, value) => {
      reach(at + 1);
      list[at] = value;
    },
    get: (at) => (at < length ? (list[at] ?? 0) : 0),
  };
};
