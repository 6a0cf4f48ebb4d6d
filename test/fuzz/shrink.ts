/**
 * Fewer bytes that still show the same: pieces are left out, large ones first, and what is left is made plain.
 * @param shows whether some bytes still show it
 * @param patience how often it may be asked
 */
export const shrink = async (
  bytes: Uint8Array,
  shows: (bytes: Uint8Array) => Promise<boolean>,
  patience = 400,
): Promise<Uint8Array> => {
  let [best, asked] = [Buffer.from(bytes), 0];
  for (let size = best.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < best.length && asked < patience; ) {
      const fewer = Buffer.concat([best.subarray(0, at), best.subarray(at + size)]);
      asked += 1;
      if (await shows(fewer)) best = fewer;
      else at += size;
    }
  }
  return best;
};
