/** A body in the editor's form: one paragraph for each text, pictures by image id behind them. */
export const bodyOf = (paragraphs: string[], pictures: string[] = []) => ({
  root: {
    type: 'root',
    direction: 'ltr',
    format: '',
    indent: 0,
    version: 1,
    children: [...paragraphs.map(paragraph), ...pictures.map(picture)],
  },
});

/** Words of one language that lack nothing which publication asks for. */
export const completeText = (title: string, pictures: string[] = []) => ({
  title,
  summary: `${title}.`,
  body: bodyOf([title], pictures),
});

const paragraph = (text: string) => ({
  type: 'paragraph',
  direction: 'ltr',
  format: '',
  indent: 0,
  version: 1,
  textFormat: 0,
  textStyle: '',
  children: [{ type: 'text', version: 1, detail: 0, format: 0, mode: 'normal', style: '', text }],
});

const picture = (image: string, index: number) => ({
  type: 'block',
  version: 2,
  format: '',
  fields: {
    id: `65f0000000000000000000${String(index).padStart(2, '0')}`,
    blockType: 'picture',
    blockName: '',
    image,
    caption: null,
  },
});
