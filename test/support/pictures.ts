import sharp, { type Sharp } from 'sharp';

let count = 0;

/** A small JPEG that is like no other. */
export const pictureBytes = async (width = 640, height = 480): Promise<Uint8Array<ArrayBuffer>> => {
  count += 1;
  const background = { r: (count * 37) % 256, g: (count * 91) % 256, b: (count * 53) % 256 };
  const image = sharp({ create: { width, height, channels: 3, background } });
  return new Uint8Array(
    await image
      .jpeg()
      .withMetadata({ exif: { IFD0: { Software: `test ${count}` } } })
      .toBuffer(),
  );
};

/** The form in which the studio takes a picture in. */
export const pictureForm = (bytes: Uint8Array<ArrayBuffer>, description: object, filename = 'cho.jpg'): FormData => {
  const form = new FormData();
  form.set('file', new Blob([bytes], { type: 'image/jpeg' }), filename);
  form.set('_payload', JSON.stringify(description));
  return form;
};

/** A photograph of nothing in particular with light and shade all over: the same for the same seed, and like no other. */
export const texturedPicture = (seed: number, width = 960, height = 640): Sharp => {
  let state = seed * 7919 + 13;
  const cells = Uint8Array.from({ length: 12 * 8 * 3 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return (state >> 16) & 255;
  });
  return sharp(cells, { raw: { width: 12, height: 8, channels: 3 } }).resize(width, height, { kernel: 'cubic' });
};

/** Bytes of a picture as the studio’s form takes them. */
export const jpegOf = async (picture: Sharp, quality = 90): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await picture.jpeg({ quality }).toBuffer());
