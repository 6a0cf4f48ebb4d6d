import type { Target } from './target.ts';

/** Which targets each file has. A process reads only the one that it needs: what it has not read, it need not count. */
const groups: readonly (readonly [names: readonly string[], read: () => Promise<readonly Target[]>])[] = [
  [['feed-file', 'feed-signed'], async () => (await import('./targets/feed.ts')).feedTargets],
  [['public-query'], async () => (await import('./targets/public-query.ts')).publicQueryTargets],
  [['cursor', 'http-headers', 'iiif-request'], async () => (await import('./targets/questions.ts')).questionTargets],
  [
    ['studio-parameters', 'studio-condition', 'studio-document'],
    async () => (await import('./targets/studio-questions.ts')).studioTargets,
  ],
  [['xliff', 'tmx', 'tbx'], async () => (await import('./targets/exchange.ts')).exchangeTargets],
  [['names-csv', 'picture-manifest'], async () => (await import('./targets/tables.ts')).tableTargets],
  [['zip', 'bag-tags', 'file-name'], async () => (await import('./targets/archives.ts')).archiveTargets],
  [['xmp', 'iptc', 'exif'], async () => (await import('./targets/metadata.ts')).metadataTargets],
  [['picture', 'picture-structure'], async () => (await import('./targets/pictures.ts')).pictureTargets],
  [['machine-answer', 'words-of-secrecy', 'legacy-text'], async () => (await import('./targets/texts.ts')).textTargets],
  [['audit-line', 'audit-log'], async () => (await import('./targets/audit.ts')).auditTargets],
  [['sealed-content', 'sealed-header', 'key-file'], async () => (await import('./targets/sealed.ts')).sealedTargets],
];

/** Every reader of bytes that come from outside, by its name. */
export const targetNames: readonly string[] = groups.flatMap(([names]) => names);

export const openTarget = async (name: string): Promise<Target> => {
  const group = groups.find(([names]) => names.includes(name));
  const target = (await group?.[1]())?.find((one) => one.name === name);
  if (!target) throw new Error(`no target is called ${name}`);
  return target;
};
