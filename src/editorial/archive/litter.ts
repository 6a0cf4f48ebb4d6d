/** What computers leave in folders of pictures. */
const litter = new Set(['thumbs.db', 'desktop.ini', '__macosx']);

/** Whether a file or folder of this name is none of the pictures that somebody hands over. */
export const isLitter = (name: string): boolean => name.startsWith('.') || litter.has(name.toLowerCase());
