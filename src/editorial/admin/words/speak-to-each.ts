/**
 * Payload keeps what the browser needs to know of a collection's fields, names included, in the language of whoever opened
 * it first, for everybody after them. With this flag up it makes it anew for each page, and everybody reads their own
 * language; Payload itself lowers the flag after each use, which is why it cannot be lowered here.
 */
export const speakToEach = (): void => {
  Object.defineProperty(globalThis, '_payload_doNotCacheClientSchemaMap', {
    configurable: true,
    get: () => true,
    set: () => undefined,
  });
};
