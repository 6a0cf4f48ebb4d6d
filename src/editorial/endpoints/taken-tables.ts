/** Addresses that give files along in which something stands that is not public. What is public by nature, as official names, is not among them. */
const taken: readonly RegExp[] = [
  /^\/api\/answers\/csv\//,
  /^\/api\/copy-register\/csv$/,
  /^\/api\/translation\/coverage\.csv$/,
  /^\/api\/translation\/pack$/,
  /^\/api\/translation\/[^/]+\/[^/]+\/[^/]+\/(?:pack|custody|custody\/csv)$/,
  /^\/api\/images\/batches\/[^/]+\/csv$/,
  /^\/api\/images\/[^/]+\/history\/(?:json|csv)$/,
];

/** Whether an address of the studio gives such a file. @param path without its question */
export const isTaken = (path: string): boolean => taken.some((one) => one.test(path));
