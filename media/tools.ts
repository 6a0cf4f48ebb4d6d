import sharp from 'sharp';

/** What decodes and encodes pictures in this process, with versions, as a history names it: `sharp 0.35.5, libvips 8.18.1`. */
export const toolsInUse = (): string => {
  const { sharp: engine = '?', vips = '?' } = sharp.versions;
  return `sharp ${engine}, libvips ${vips}`;
};
