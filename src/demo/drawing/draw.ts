import { Buffer } from 'node:buffer';
import sharp from 'sharp';
import { withIim } from '#media/metadata/iim-write.ts';
import { type LangText, withDefault } from '#media/metadata/lang-text.ts';
import { rightsExif } from '#media/metadata/rights-exif.ts';
import { rightsXmp } from '#media/metadata/rights-xmp.ts';
import { noticeOf, type RightsWords } from '#media/rights/rights-words.ts';
import { createCanvas } from './canvas.ts';
import type { SceneName } from './scene-names.ts';
import { scenes } from './scenes.ts';

/** What a drawn picture says of itself; texts by BCP 47 tag. */
export type DrawingWords = RightsWords;

/** The picture as SVG: equal names give equal text. */
export function sceneSvg(name: SceneName): string {
  const canvas = createCanvas(name);
  scenes[name](canvas);
  return canvas.toSvg();
}

/**
 * The picture as a JPEG master of 2400 × 1600 px, with the words embedded as a press agency does it: XMP, IPTC-IIM and
 * EXIF. Equal input gives equal bytes.
 *
 * @NOTE Reads SVG, so it runs only where `#media/pixels/decoder.ts` has not been imported: see `draw-scenes.ts`.
 */
export async function drawScene(name: SceneName, words?: DrawingWords): Promise<Buffer> {
  const picture = sharp(Buffer.from(sceneSvg(name))).flatten({ background: '#ffffff' });
  const jpeg = { quality: 88, chromaSubsampling: '4:4:4' } as const;
  if (!words) return picture.jpeg(jpeg).toBuffer();
  const bytes = await picture.withXmp(rightsXmp(words)).withExif(rightsExif(words)).jpeg(jpeg).toBuffer();
  return withIim(bytes, {
    ...(words.title && { title: inDefault(words.title) }),
    ...(words.description && { caption: inDefault(words.description) }),
    creator: words.creator,
    credit: words.credit,
    notice: noticeOf(words),
    ...(words.date?.length === 10 && { date: words.date.replaceAll('-', '') }),
  });
}

const inDefault = (text: LangText) => withDefault(text)[0]?.[1] ?? '';
