import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { Size } from '../sizes/renditions.ts';

/**
 * A font that comes with the program: it has the letters of Vietnamese, French and Chinese, and what a machine happens to
 * have installed must not decide how a picture looks.
 */
const font = () => {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  return { fontfile: join(folder, '400Regular/NotoSansSC_400Regular.ttf'), font: 'Noto Sans SC' };
};

/** Smallest letters that can be read, and the part of the longer side that letters are high beyond that; in pixels. */
const smallest = 10;
const part = 1 / 60;

/** Pango reads a little markup; what somebody is called must not be taken for it. */
const plain = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

/** The words in white, no wider than the picture. */
const lettered = (text: string, { width, height }: Size) => {
  const letters = Math.max(smallest, Math.round(Math.max(width, height) * part));
  const words = `<span foreground="white">${plain(text)}</span>`;
  const { fontfile, font: name } = font();
  return sharp({
    text: { text: words, fontfile, font: `${name} ${letters}`, width: Math.max(1, width), dpi: 72, rgba: true },
  })
    .resize({ width, height, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true });
};

/**
 * A strip along the lower edge with a line in it, the credit for example: dark behind white letters, so that it can be read
 * on any picture.
 * @param pixels as large as `size`
 */
export async function withMark(pixels: Sharp, size: Size, text: string): Promise<Sharp> {
  const words = await lettered(text, size);
  const around = Math.round(words.info.height / 4);
  const height = Math.min(size.height, words.info.height + 2 * around);
  const strip = { width: size.width, height, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0.6 } };
  const drawn = await sharp({ create: strip })
    .composite([
      {
        input: words.data,
        left: Math.min(around, size.width - words.info.width),
        top: Math.max(0, height - around - words.info.height),
      },
    ])
    .raw()
    .toBuffer();
  const raw = { width: size.width, height, channels: 4 as const };
  // What is scaled and then drawn upon is scaled first: sharp would otherwise do both in its own order
  const { data, info } = await pixels.raw().toBuffer({ resolveWithObject: true });
  const under = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const marked = await under
    .composite([{ input: drawn, raw, left: 0, top: size.height - height }])
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharp(marked.data, {
    raw: { width: marked.info.width, height: marked.info.height, channels: marked.info.channels },
  });
}
