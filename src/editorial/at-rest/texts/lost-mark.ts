/** Stands on a document of which something is lost; copies of it bear it too, and nothing that is sent or stored does. */
const mark = Symbol.for('benthanh.text-lost');

/**
 * Says of a document that something stands in the place of a text, or nothing where there was one.
 * @param isForGood the key of all that is lost was destroyed; what was changed by a strange hand may come back from a backup
 */
export const markLost = (doc: object, isForGood: boolean): void => {
  Object.assign(doc, { [mark]: isForGood ? 'for good' : 'for now' });
};

const markOf = (doc: unknown): unknown =>
  typeof doc === 'object' && doc !== null ? Reflect.get(doc, mark) : undefined;

/** Whether a document was read of which a text is lost: what it says now was said by nobody. */
export const isMarkedLost = (doc: unknown): boolean => markOf(doc) !== undefined;

/** Whether something of it may be read again one day that nobody can read now. */
export const isMarkedUnseen = (doc: unknown): boolean => markOf(doc) === 'for now';
