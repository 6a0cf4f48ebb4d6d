/**
 * Whether seals may still be other ones than those of their markings: from the start of a process until it has compared all, for an
 * earlier one may have been killed between two steps where there are no transactions, and anybody may have brought an older database back.
 * Kept on the database itself, which every part of a process shares, however it is bundled.
 */
const place = Symbol.for('benthanh.seals-doubted');

interface Doubted {
  [place]?: boolean;
}

/** From now on lists are read by markings. */
export const doubtSeals = (db: object): void => {
  (db as Doubted)[place] = true;
};

/** All seals were compared with their markings. */
export const believeSeals = (db: object): void => {
  (db as Doubted)[place] = false;
};

export const areDoubted = (db: object): boolean => (db as Doubted)[place] === true;
