import type { Logger } from 'pino';
import { Failure } from '#errors/failure.ts';
import type { Decoders } from '#media/sandbox/pool.ts';
import type { ImageRendering } from '../release/build-image.ts';
import type { DocumentRef } from '../release/released-collections.ts';
import type { Derivation, Derivations } from './derivations.ts';
import { render } from './render.ts';
import { type RenderingOrder, renderingOrder } from './rendering-key.ts';
import type { Renderings } from './renderings.ts';

/** Makes what the public gets of masters, one picture at a time and beside the gate's own work: a withdrawal never waits. */
export interface Renderer {
  /** What was made of a picture, or null; then it is being made, and `onDone` will name the picture. */
  renderingOf(ref: DocumentRef, document: unknown): ImageRendering | null;
  /** Resolves when nothing is being made. */
  idle(): Promise<void>;
}

export interface RendererParts {
  readonly decoders: Pick<Decoders, 'derive'>;
  readonly renderings: Renderings;
  readonly derivations: Pick<Derivations, 'note'>;
  putBlob(bytes: Uint8Array): Promise<string>;
  readonly onDone: (ref: DocumentRef) => void;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** A picture that could not be made is not tried again before this time: masters do not change, but disks heal. */
const retryMs = 60_000;

export function openRenderer(parts: RendererParts): Renderer {
  const pending = new Map<string, Promise<void>>();
  const failedAt = new Map<string, number>();
  let last: Promise<void> = Promise.resolve();

  const make = async (ref: DocumentRef, order: RenderingOrder): Promise<void> => {
    try {
      if (parts.signal.aborted) return;
      const onDerived = (made: Derivation) => parts.derivations.note(order.master, made);
      parts.renderings.save(order.key, order.master, await render(order, { ...parts, onDerived }));
      failedAt.delete(order.key);
      parts.onDone(ref);
    } catch (cause) {
      if (parts.signal.aborted) return;
      failedAt.set(order.key, Date.now());
      const code = cause instanceof Failure ? cause.code : 'unexpected';
      parts.log.error({ collection: ref.collection, id: ref.id, code }, 'picture not rendered');
    } finally {
      pending.delete(order.key);
    }
  };

  return {
    renderingOf: (ref, document) => {
      const order = renderingOrder(document);
      if (!order) return null;
      const made = parts.renderings.get(order.key);
      const wait = pending.has(order.key) || Date.now() - (failedAt.get(order.key) ?? 0) < retryMs;
      if (made || wait) return made;
      last = last.then(() => make(ref, order));
      pending.set(order.key, last);
      return null;
    },
    idle: async () => {
      while (pending.size > 0) await Promise.all(pending.values());
    },
  };
}
