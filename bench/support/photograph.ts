import sharp from 'sharp';

/** A JPEG of 24 million pixels with detail in every block, as a camera makes it. */
export const photograph = async (): Promise<Buffer> => {
  const noise = { type: 'gaussian', mean: 128, sigma: 70 } as const;
  const small = await sharp({ create: { width: 1363, height: 1113, channels: 3, background: '#777', noise } })
    .png()
    .toBuffer();
  return sharp(small).resize(5450, 4450, { kernel: 'cubic' }).jpeg({ quality: 88 }).toBuffer();
};
