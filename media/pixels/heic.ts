import { Buffer } from 'node:buffer';
import type { Libheif } from 'libheif-js/libheif-wasm/libheif-bundle.mjs';
import { Failure } from '#errors/failure.ts';
import { uncompressedTiff } from '../formats/uncompressed-tiff.ts';

/**
 * Decodes the picture that a HEIC file is about (ISO/IEC 23008-12), turned and cropped as the file says, and hands it on
 * as an uncompressed TIFF with the file's colour profile, so that everything behind it goes on as with any other master.
 * Ten bits a colour become eight. Null where the decoder knows that it has not learnt what the file wants.
 * Throws `image-damaged`.
 *
 * @NOTE Each picture has a decoder of its own: what one does to its memory cannot reach the next, and the memory goes with it.
 */
export async function decodeHeic(bytes: Uint8Array, profile: Uint8Array | undefined): Promise<Buffer | null> {
  // Two megabytes of program that most pictures do not need
  const { default: open } = await import('libheif-js/libheif-wasm/libheif-bundle.mjs');
  try {
    return decode(open(), bytes, profile);
  } catch (cause) {
    throw new Failure('image-damaged', {}, { cause });
  }
}

function decode(heif: Libheif, bytes: Uint8Array, profile: Uint8Array | undefined): Buffer | null {
  const context = heif.heif_context_alloc();
  const told = heif.heif_context_read_from_memory(context, bytes);
  if (isUnknown(heif, told)) return null;
  if (told.code !== heif.heif_error_code.heif_error_Ok) throw new Error(told.message);
  const handle = heif.heif_js_context_get_primary_image_handle(context);
  const { heif_colorspace_RGB: rgb } = heif.heif_colorspace;
  const { heif_chroma_interleaved_RGB: interleaved } = heif.heif_chroma;
  const answer = heif.heif_js_decode_image2(handle, rgb, interleaved);
  if (isUnknown(heif, answer)) return null;
  const { width, height, channels, message = 'no pixels' } = answer;
  const [plane] = channels ?? [];
  if (!plane || !width || !height) throw new Error(message);
  const pixels = Buffer.from(plane.data.buffer, plane.data.byteOffset, plane.data.byteLength);
  return uncompressedTiff({ pixels, stride: plane.stride, width, height }, profile);
}

/** Faults of files come with other codes than what is merely not supported. */
const isUnknown = ({ heif_error_code: codes }: Libheif, { code }: { readonly code?: unknown }): boolean =>
  code === codes.heif_error_Unsupported_feature || code === codes.heif_error_Unsupported_filetype;
