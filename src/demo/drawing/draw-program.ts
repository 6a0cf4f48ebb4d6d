import { drawScene } from './draw.ts';
import type { DrawingRequest } from './draw-scenes.ts';

/** The child of `draw-scenes.ts`: answers each request with the picture, one after another. */
let last: Promise<unknown> = Promise.resolve();

process.on('message', (request: DrawingRequest) => {
  last = last.then(async () =>
    process.send?.({ name: request.name, bytes: await drawScene(request.name, request.words) }),
  );
});
