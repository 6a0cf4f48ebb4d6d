/** Bodies as the editor stores them, for tests. */
export const words = (text: string) => ({ type: 'text', text, format: 0, version: 1 });
export const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children, version: 1 });
export const linkTo = (relationTo: string, value: string, text: string) => ({
  type: 'link',
  fields: { linkType: 'internal', doc: { relationTo, value } },
  children: [words(text)],
});
export const pictureOf = (image: string, caption: string) => ({
  type: 'block',
  fields: { blockType: 'picture', image, caption },
});
export const bodyOf = (...children: unknown[]) => ({ root: { type: 'root', children, version: 1 } });
