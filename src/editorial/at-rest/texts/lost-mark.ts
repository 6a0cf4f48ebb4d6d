/** Stands on a document of which something is lost; copies of it bear it too, and nothing that is sent or stored does. */
const mark = Symbol.for('benthanh.text-lost');

/** Says of a document that something stands in the place of a text, or nothing where there was one. */
export const markLost = (doc: object): void => {
  Object.assign(doc, { [mark]: true });
};

/** Whether a document was read of which a text is lost: what it says now was said by nobody. */
export const isMarkedLost = (doc: unknown): boolean => typeof doc === 'object' && doc !== null && mark in doc;
