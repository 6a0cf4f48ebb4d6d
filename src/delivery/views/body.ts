import { z } from 'zod';
import type { PublicLocale } from '#languages/locales.ts';
import type { Block } from '#record/blocks.ts';
import { renderHtml } from '#record/render-html.ts';
import { renderText } from '#record/render-text.ts';
import { type Resolver, resolveBlocks } from '#record/resolve-blocks.ts';
import { resolvedBlock } from '#record/resolved.ts';
import { chainFrom, serve } from '../projection/in-force.ts';
import { documentHref } from './hrefs.ts';
import type { Lens } from './lens.ts';
import { viewPicture } from './picture.ts';

export const body = z
  .strictObject({
    html: z.string().meta({ description: 'Clean HTML without scripts, styles, classes or ids; ready to insert' }),
    text: z.string().meta({ description: 'The same as plain text' }),
    blocks: z.array(resolvedBlock).meta({ description: 'The same as data' }),
  })
  .meta({ id: 'Body', description: 'The same content three times' });
export type Body = z.infer<typeof body>;

const resolverFor = (around: PublicLocale, lens: Lens): Resolver => ({
  link: (type, id) => {
    const target = lens.record(id);
    if (target?.type !== type || !serve(target, chainFrom(around, lens.fallback), lens.now)) return null;
    const own = serve(target, [around], lens.now);
    return documentHref(lens.publicUrl, around, type, own?.edition.slug ?? id);
  },
  picture: (id) => viewPicture(id, around, lens),
});

/**
 * A body as the public gets it. Links to documents keep the reader's language: by slug where the target has that
 * language, else by id, where the answer falls back.
 */
export const viewBody = (blocks: readonly Block[], locale: PublicLocale, lens: Lens): Body => {
  const resolved = resolveBlocks(blocks, resolverFor(locale, lens));
  return { html: renderHtml(resolved, locale), text: renderText(resolved), blocks: resolved };
};
