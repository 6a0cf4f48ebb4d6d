import sharp from 'sharp';

/** What stands at the lower edge of a picture, where a mark is drawn. */
export interface Strip {
  /** Mean brightness of the lowest twenty-fifth, from 0 to 255. */
  readonly mean: number;
  /** How much of it is nearly white, from 0 to 1. */
  readonly white: number;
}

/** Looks at the lower edge of a picture in any format. */
export const lowestStrip = async (bytes: Uint8Array): Promise<Strip> => {
  const { width = 1, height = 1 } = await sharp(bytes).metadata();
  const rows = Math.max(4, Math.round(height / 25));
  const part = { left: 0, top: Math.max(0, height - rows), width, height: Math.min(rows, height) };
  const { data } = await sharp(bytes).extract(part).greyscale().raw().toBuffer({ resolveWithObject: true });
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  return { mean, white: data.filter((value) => value > 215).length / data.length };
};
