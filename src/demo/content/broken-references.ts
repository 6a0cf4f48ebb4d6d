import { blockTexts } from './body-texts.ts';
import type { DemoContent } from './content.ts';
import { type LinkKind, parseInline } from './inline.ts';
import type { DocumentWords } from './schema/words.ts';

/** What texts can link to, and what else there is. */
type Kind = LinkKind | 'album' | 'rights';

interface Reference {
  readonly from: string;
  readonly kind: Kind;
  readonly key: string | null;
}

function inBody(from: string, words: DocumentWords): Reference[] {
  return words.body.flatMap((block): Reference[] => {
    const links = blockTexts(block).flatMap((text) => parseInline(text).flatMap((span) => span.link ?? []));
    const documents = links.flatMap((link) => ('href' in link ? [] : [{ from, kind: link.kind, key: link.key }]));
    const shown =
      typeof block === 'object' && 'image' in block ? [{ from, kind: 'image' as const, key: block.image }] : [];
    return [...documents, ...shown];
  });
}

const of = (from: string, kind: Kind, keys: readonly (string | null)[]): Reference[] =>
  keys.map((key) => ({ from, kind, key }));

function allReferences(content: DemoContent): Reference[] {
  const topics = content.topics.flatMap((topic) => of(`topics/${topic.key}`, 'topic', [topic.parent]));
  const images = content.images.flatMap(({ key, ...image }) => [
    ...of(`images/${key}`, 'topic', image.topics),
    ...of(`images/${key}`, 'place', image.places),
    ...of(`images/${key}`, 'agency', [image.agency]),
    ...of(`images/${key}`, 'rights', [image.rightsRecord ?? null]),
  ]);
  const albums = content.albums.flatMap(({ key, ...album }) => [
    ...of(`albums/${key}`, 'album', [album.parent]),
    ...of(`albums/${key}`, 'agency', [album.agency]),
    ...of(`albums/${key}`, 'image', [...album.images, album.cover]),
  ]);
  const articles = content.articles.flatMap(({ key, ...article }) => [
    ...of(`articles/${key}`, 'topic', article.topics),
    ...of(`articles/${key}`, 'place', article.places),
    ...of(`articles/${key}`, 'agency', [article.agency]),
    ...of(`articles/${key}`, 'image', [article.cover]),
    ...Object.entries(article.words).flatMap(([locale, words]) => inBody(`articles/${key} (${locale})`, words)),
  ]);
  const events = content.events.flatMap(({ key, ...event }) => [
    ...of(`events/${key}`, 'topic', event.topics),
    ...of(`events/${key}`, 'place', [event.place]),
    ...of(`events/${key}`, 'agency', [event.organiser]),
    ...of(`events/${key}`, 'image', [event.cover]),
    ...Object.entries(event.words).flatMap(([locale, words]) => inBody(`events/${key} (${locale})`, words)),
  ]);
  return [...topics, ...images, ...albums, ...articles, ...events];
}

/** Every reference that leads nowhere, as `articles/metro-line-1 (fr) → image:nowhere`. Empty when all is well. */
export function brokenReferences(content: DemoContent): string[] {
  const known: Record<Kind, Set<string>> = {
    rights: new Set(content.rights.map(({ key }) => key)),
    album: new Set(content.albums.map(({ key }) => key)),
    article: new Set(content.articles.map(({ key }) => key)),
    event: new Set(content.events.map(({ key }) => key)),
    place: new Set(content.places.map(({ key }) => key)),
    topic: new Set(content.topics.map(({ key }) => key)),
    agency: new Set(content.agencies.map(({ key }) => key)),
    image: new Set(content.images.map(({ key }) => key)),
  };
  return allReferences(content)
    .filter(({ kind, key }) => key !== null && !known[kind].has(key))
    .map(({ from, kind, key }) => `${from} → ${kind}:${key}`);
}
