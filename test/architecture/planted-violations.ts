/** A file that breaks one wall: rule, where it is planted, and what it imports. */
export interface Plant {
  readonly rule: string;
  readonly file: string;
  readonly imports: readonly string[];
}

const plant = (rule: string, file: string, ...imports: string[]): Plant => ({ rule, file, imports });

/** Files that the planted ones may point at. They break nothing. */
export const innocent = [
  'src/access/decide.ts',
  'src/errors/failure.ts',
  'src/languages/locales.ts',
  'src/config/config.ts',
  'src/record/records.ts',
  'media/intake/intake.ts',
  'media/pixels/derive.ts',
  'media/iiif/cut.ts',
  'src/feed/reader.ts',
  'src/feed/writer.ts',
  'collections/articles.ts',
  'src/editorial/outbox/hint.ts',
  'src/delivery/app.ts',
  'src/demo/scenes.ts',
  'src/cli/main.ts',
  'test/support/browser.ts',
];

/** At least one violation of every rule. */
export const plants = [
  plant('access-alone', 'src/access/bad-node.ts', 'node:fs'),
  plant('access-alone', 'src/access/bad-room.ts', '#errors/failure.ts'),
  plant('access-alone', 'src/access/bad-package.ts', 'zod'),
  plant('errors-alone', 'src/errors/bad.ts', '#languages/locales.ts'),
  plant('languages-alone', 'src/languages/bad.ts', '#errors/failure.ts'),
  plant('zip-alone', 'src/zip/bad.ts', '#errors/failure.ts'),
  plant('audit-log-walls', 'src/audit-log/bad.ts', '#languages/locales.ts'),
  plant('backup-walls', 'src/backup/bad.ts', '#feed/reader.ts'),
  plant('sealing-walls', 'src/sealing/bad.ts', '#feed/reader.ts'),
  plant('isolation-walls', 'src/isolation/bad.ts', '#config/config.ts'),
  plant('config-errors-only', 'src/config/bad.ts', '#languages/locales.ts'),
  plant('config-entry-points-only', 'src/feed/bad-config.ts', '#config/config.ts'),
  plant('config-entry-points-only', 'src/editorial/outbox/bad-config.ts', '#config/config.ts'),
  plant('config-entry-points-only', 'src/delivery/bad-config.ts', '#config/config.ts'),
  plant('record-walls', 'src/record/bad.ts', '#feed/reader.ts'),
  plant('translation-walls', 'src/translation/bad.ts', '#editorial/outbox/hint.ts'),
  plant('secrecy-walls', 'src/secrecy/bad.ts', '#collections/articles.ts'),
  plant('media-walls', 'media/bad.ts', '#collections/articles.ts'),
  plant('feed-walls', 'src/feed/bad.ts', '#delivery/app.ts'),
  plant('collections-walls', 'collections/bad.ts', '#editorial/outbox/hint.ts'),
  plant('editorial-walls', 'src/editorial/bad.ts', '#delivery/app.ts'),
  plant('delivery-walls', 'src/delivery/bad-editorial.ts', '#editorial/outbox/hint.ts'),
  plant('delivery-walls', 'src/delivery/bad-collections.ts', '#collections/articles.ts'),
  plant('delivery-reads-only', 'src/delivery/bad-writer.ts', '#feed/writer.ts'),
  plant('app-walls', 'src/app/bad.ts', '#feed/reader.ts'),
  plant('demo-walls', 'src/demo/bad.ts', '#editorial/outbox/hint.ts'),
  plant('demo-is-not-needed', 'src/editorial/bad-demo.ts', '#demo/scenes.ts'),
  plant('cli-is-the-outermost', 'src/editorial/bad-cli.ts', '#cli/main.ts'),
  plant('payload-in-the-studio-only', 'src/delivery/bad-payload.ts', 'payload'),
  plant('payload-in-the-studio-only', 'media/bad-payload.ts', 'payload'),
  plant('express-in-delivery-only', 'media/bad-express.ts', 'express'),
  plant('decoding-apart', 'src/editorial/bad-decoding.ts', '#media/pixels/derive.ts'),
  plant('decoding-apart', 'media/bad-sharp.ts', 'sharp'),
  plant('decoding-apart', 'src/delivery/bad-cutting.ts', '#media/iiif/cut.ts'),
  plant('decoding-apart', 'media/bad-cutting.ts', './iiif/cut.ts'),
  plant('decoding-apart', 'media/bad-heic.ts', 'libheif-js'),
  plant('libraries-of-tokens-apart', 'src/sealing/bad-library.ts', 'koffi'),
  plant('no-tests-in-the-product', 'src/feed/bad-test.ts', '../../test/support/browser.ts'),
  plant('rooms-by-name', 'src/feed/bad-path.ts', '../errors/failure.ts'),
  plant('no-circle', 'src/record/circle-a.ts', './circle-b.ts'),
  plant('no-circle', 'src/record/circle-b.ts', './circle-a.ts'),
  plant('no-unresolved', 'src/record/bad-nowhere.ts', './nowhere.ts'),
];
