/** Names of what lies on a medium. Nothing else may lie there. */
export const manifestName = 'medium.json';
/** Is there while a medium is being written, and becomes the manifest in one step at its end. */
export const unfinishedName = 'medium.json.part';
export const receiptName = 'receipt.json';
export const listFolder = 'lists';
export const feedFolder = 'feed';

export const listName = (number: number): string => `${listFolder}/${String(number).padStart(4, '0')}.json`;

/** Where a file of the feed lies on a medium. */
export const onMedium = (path: string): string => `${feedFolder}/${path}`;
