import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import packed from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

export type { Browser } from 'playwright-core';

const require = createRequire(import.meta.url);

/** Nothing in the background may look for the world outside: on closed networks that only makes noise. */
const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
];

/** Pages of the studio draw nothing in three dimensions; a graphics card made of software would take a quarter of the run. */
packed.setGraphicsMode = false;

/**
 * In a single process Chromium lets the pages of one context send the cookies of another: two people become one. And it has to keep
 * pages from each other as the browsers of people do, or nothing that it refuses would be shown.
 */
const unlikePeople = [
  '--single-process',
  '--in-process-gpu',
  '--ignore-gpu-blocklist',
  '--disable-web-security',
  '--allow-running-insecure-content',
];
const packedArgs = packed.args.filter((flag) => !unlikePeople.includes(flag));

const fontConfig = (folders: readonly string[], cache: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${folders.map((folder) => `<dir>${folder}</dir>`).join('\n  ')}
  <cachedir>${cache}</cachedir>
</fontconfig>
`;

/** Makes Chinese readable in pictures on a machine without fonts: the font comes with `npm ci`. */
const provideFonts = async (folder: string): Promise<string> => {
  const chinese = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const file = join(folder, 'fonts.conf');
  await writeFile(
    file,
    fontConfig(
      [
        '/usr/share/fonts',
        join(tmpdir(), 'fonts'),
        join(chinese, '400Regular'),
        join(chinese, '600SemiBold'),
        join(chinese, '700Bold'),
      ],
      join(folder, 'cache'),
    ),
  );
  return file;
};

/**
 * Unpacks the browser once for a run, before anybody opens it: of two that unpack it at the same moment one would start half a program.
 * @returns where it lies
 */
export const unpackBrowser = (): Promise<string> => packed.executablePath();

/**
 * A real Chromium, headless, from the npm package: works as root and without a download.
 * @returns the browser; disposing of it closes it and removes its folder.
 */
export const openBrowser = async (): Promise<AsyncDisposable & { browser: Browser }> => {
  const folder = await mkdtemp(join(tmpdir(), 'benthanh-browser-'));
  const executablePath = await unpackBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: [...packedArgs, ...quiet],
    headless: true,
    env: { ...process.env, FONTCONFIG_FILE: await provideFonts(folder), HOME: folder },
  });
  return {
    browser,
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
