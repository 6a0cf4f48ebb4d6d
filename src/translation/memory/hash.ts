/** A number for a text, to tell texts apart at the first look: FNV-1a over its UTF-16 units. Never 0, which says that there is none. */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0 || 1;
};
