import type { AccessCopy } from '#media/access-copy.ts';
import { renditionWidths } from '#media/renditions.ts';
import type { Decoders } from '#media/sandbox/pool.ts';
import type { ImageRendering } from '../release/build-image.ts';
import type { RenderingOrder } from './rendering-key.ts';

export interface RenderParts {
  readonly decoders: Pick<Decoders, 'derive'>;
  putBlob(bytes: Uint8Array): Promise<string>;
}

/** Makes all that the public gets of a master. */
export async function render(order: RenderingOrder, parts: RenderParts): Promise<ImageRendering> {
  const options = { words: order.words, accessCopy: true, ...order.limits };
  const made = await parts.decoders.derive(order.master, options);
  const { width, height, thumbhash, accessCopy } = made;
  return {
    ...{ width, height, thumbhash, sources: await putSources(made.sources, parts) },
    ...(accessCopy && { accessCopy: await putCopy(accessCopy, parts) }),
  };
}

/** Makes the sizes again, or the access copy; the rest stays as it was made. */
export async function renderAgain(
  order: RenderingOrder,
  before: ImageRendering,
  wanted: { readonly sizes: boolean; readonly access: boolean },
  parts: RenderParts,
): Promise<ImageRendering> {
  // The copy is as large as the largest size, which is therefore made in any case
  const widths = wanted.sizes ? renditionWidths : [Math.max(...renditionWidths)];
  const options = { words: order.words, accessCopy: wanted.access, widths, ...order.limits };
  const made = await parts.decoders.derive(order.master, options);
  const { width, height, thumbhash, accessCopy } = made;
  return {
    ...before,
    ...(wanted.sizes && { width, height, thumbhash, sources: await putSources(made.sources, parts) }),
    ...(accessCopy && { accessCopy: await putCopy(accessCopy, parts) }),
  };
}

type Made = Awaited<ReturnType<Decoders['derive']>>;

async function putSources(made: Made['sources'], { putBlob }: RenderParts): Promise<ImageRendering['sources']> {
  const sources: ImageRendering['sources'] = [];
  for (const { type, width, height, bytes } of made) {
    sources.push({ type, width, height, blob: await putBlob(bytes), bytes: bytes.byteLength });
  }
  return sources;
}

async function putCopy({ width, height, bytes }: AccessCopy, { putBlob }: RenderParts) {
  return { width, height, blob: await putBlob(bytes), bytes: bytes.byteLength };
}
