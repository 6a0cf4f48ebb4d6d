import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

/** ExifTool is a program in Perl, and no part of ours: what it reads is said by somebody else. */
export const perlFound = spawnSync('perl', ['-v'], { stdio: 'ignore' }).status === 0;

if (!perlFound) console.warn('LEFT OUT: perl is not there, so delivered files were not read back with ExifTool');

const program = createRequire(import.meta.url).resolve('exiftool-vendored.pl/bin/exiftool');

/** Everything that ExifTool finds in a file, as `XMP-dc:Creator`, of every block and twice where it stands twice. */
export type Tags = Readonly<Record<string, unknown>>;

/** Reads files back in one run, in their order. */
export const readBack = async (files: readonly Uint8Array[]): Promise<Tags[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'benthanh-exiftool-'));
  try {
    const paths = files.map((_, index) => join(folder, String(index)));
    await Promise.all(paths.map((path, index) => writeFile(path, files[index] ?? '')));
    const options = ['-json', '-G1', '-a', '-u', '-struct', '-e', '-charset', 'exif=utf8'];
    const { stdout } = await promisify(execFile)('perl', [program, ...options, ...paths], { maxBuffer: 2 ** 26 });
    return z.array(z.record(z.string(), z.unknown())).parse(JSON.parse(stdout));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const ownBlocks = /^(SourceFile$|ExifTool:|System:|File:|RIFF:|JFIF:|ICC)/;

/**
 * All that a delivered file may say, and nothing else: rights and words of ours, and what the encoder says of the pixels. Position,
 * serial numbers, regions of faces, thumbnails and comments are not among it.
 */
const sayable = new RegExp(
  `^(${[
    'IFD0:(Orientation|[XY]Resolution|ResolutionUnit|Artist|Copyright|YCbCrPositioning|ImageDescription|DateTime)',
    'ExifIFD:(ExifVersion|ComponentsConfiguration|FlashpixVersion|ColorSpace|ExifImage(Width|Height)|DateTimeOriginal)',
    'XMP-dc:(Title|Description|Creator|Rights)(-[A-Za-z-]+)?',
    'XMP-photoshop:(Credit|DateCreated)',
    'XMP-xmpRights:(Marked|WebStatement|UsageTerms)(-[A-Za-z-]+)?',
    'XMP-iptcCore:AltTextAccessibility(-[A-Za-z-]+)?',
    'XMP-x:XMPToolkit',
  ].join('|')})$`,
);

/** What a file says beyond what delivered files may say; a comment counts wherever it stands. */
export const saidBesides = (tags: Tags): string[] =>
  Object.keys(tags).filter(
    (name) => /Comment|Thumbnail|Preview/.test(name) || (!ownBlocks.test(name) && !sayable.test(name)),
  );
