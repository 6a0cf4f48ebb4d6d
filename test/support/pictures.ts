import sharp from 'sharp';

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
