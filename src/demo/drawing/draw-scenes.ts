import { Buffer } from 'node:buffer';
import { fork } from 'node:child_process';
import { on } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Failure } from '#errors/failure.ts';
import type { DrawingWords } from './draw.ts';
import type { SceneName } from './scene-names.ts';

export interface DrawingRequest {
  readonly name: SceneName;
  readonly words?: DrawingWords;
}

export interface Drawing {
  readonly name: SceneName;
  readonly bytes: Buffer;
}

/**
 * Draws in a process of its own, in the order of the requests, since drawing needs a decoder for SVG that processes with
 * `media` in them refuse. The process ends with the iteration.
 */
export async function* drawScenes(requests: readonly DrawingRequest[]): AsyncGenerator<Drawing> {
  if (requests.length === 0) return;
  const child = fork(fileURLToPath(new URL('./draw-program.ts', import.meta.url)), { serialization: 'advanced' });
  try {
    const answers = on(child, 'message', { close: ['exit'] });
    for (const request of requests) child.send(request);
    let left = requests.length;
    for await (const [message] of answers) {
      yield readDrawing(message);
      left -= 1;
      if (left === 0) return;
    }
    throw new Failure('unexpected', { left });
  } finally {
    child.kill();
  }
}

function readDrawing(message: unknown): Drawing {
  const { name, bytes } = message as { name: SceneName; bytes: Uint8Array };
  return { name, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}
