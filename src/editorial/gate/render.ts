import type { AccessCopy } from '#media/pixels/access-copy.ts';
import type { Decoders } from '#media/sandbox/pool.ts';
import { renditionWidths } from '#media/sizes/renditions.ts';
import type { ImageRendering } from '../release/build-image.ts';
import type { Derivation } from './derivations.ts';
import type { RenderingOrder } from './rendering-key.ts';

export interface RenderParts {
  readonly decoders: Pick<Decoders, 'derive'>;
  putBlob(bytes: Uint8Array): Promise<string>;
  /** Told what was made, with which tools, once all of it is kept. */
  readonly onDerived?: (derivation: Derivation) => void;
}

/** Makes all that the public gets of a master. */
export async function render(order: RenderingOrder, parts: RenderParts): Promise<ImageRendering> {
  const options = { words: order.words, accessCopy: true, ...order.limits };
  const made = await parts.decoders.derive(order.master, options);
  const { width, height, thumbhash, accessCopy } = made;
  const rendering = {
    ...{ width, height, thumbhash, sources: await putSources(made.sources, parts) },
    ...(accessCopy && { accessCopy: await putCopy(accessCopy, parts) }),
  };
  parts.onDerived?.(derivationOf(order, made, rendering.sources, rendering.accessCopy));
  return rendering;
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
  const { width, height, thumbhash } = made;
  const sources = wanted.sizes ? await putSources(made.sources, parts) : [];
  const accessCopy = made.accessCopy && (await putCopy(made.accessCopy, parts));
  parts.onDerived?.(derivationOf(order, made, sources, accessCopy));
  return { ...before, ...(wanted.sizes && { width, height, thumbhash, sources }), ...(accessCopy && { accessCopy }) };
}

const derivationOf = (
  { limits }: RenderingOrder,
  { tools }: Made,
  sources: ImageRendering['sources'],
  accessCopy: ImageRendering['accessCopy'],
): Derivation => {
  const named = <T extends { readonly blob: string }>({ blob, ...rest }: T) => ({ ...rest, sha256: blob });
  const at = new Date().toISOString();
  return { at, tools, limits, sizes: sources.map(named), accessCopy: accessCopy ? named(accessCopy) : null };
};

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
