import type { Payload } from 'payload';
import { z } from 'zod';
import type { Named } from '#media/fixity/record.ts';

const kept = z.looseObject({ sha256: z.string().nullish(), bytes: z.number().nullish() }).nullish();
const image = z.looseObject({ id: z.string(), master: kept, origin: kept });

/** Images that are asked for at once. */
const portion = 500;

/**
 * The masters that images name, and what is known of their origin, whatever their marking: a machine asks, and tells nobody
 * which images they are.
 */
export async function* expectedMasters(payload: Payload): AsyncGenerator<readonly Named[]> {
  let after = '';
  for (;;) {
    const { docs } = await payload.find({
      collection: 'images',
      where: after === '' ? {} : { id: { greater_than: after } },
      sort: 'id',
      limit: portion,
      pagination: false,
      select: { master: { sha256: true, bytes: true }, origin: { sha256: true, bytes: true } },
      depth: 0,
      overrideAccess: true,
    });
    const images = z.array(image).parse(docs);
    yield images
      .flatMap(({ master, origin }) => [master, origin])
      .flatMap((one) => (one?.sha256 ? [{ sha256: one.sha256, bytes: one.bytes ?? 0 }] : []));
    if (images.length < portion) return;
    after = images.at(-1)?.id ?? '';
  }
}
