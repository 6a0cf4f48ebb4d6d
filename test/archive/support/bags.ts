import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Algorithm, nodeName } from '#media/bagit/algorithms.ts';

type Content = string | Uint8Array;

export interface BagPlan {
  readonly version?: string;
  readonly encoding?: string;
  /** Files by path below `data/`. */
  readonly payload?: Readonly<Record<string, Content>>;
  readonly algorithms?: readonly Algorithm[];
  /** Lines of `bag-info.txt`. */
  readonly info?: readonly string[];
  /** Whether tag manifests are written. */
  readonly tagged?: boolean;
  /** How tag files other than `bagit.txt` are encoded. */
  readonly encode?: (text: string) => Uint8Array;
  /** How paths are written into manifests. */
  readonly write?: (path: string) => string;
}

/** A folder that goes when the test ends. */
export const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'bag-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

export const put = async (dir: string, path: string, content: Content): Promise<void> => {
  await mkdir(dirname(join(dir, path)), { recursive: true });
  await writeFile(join(dir, path), content);
};

export const digestOf = (algorithm: Algorithm, content: Content): string =>
  createHash(nodeName(algorithm)).update(content).digest('hex');

/** Writes a bag by hand, without a line of the code that is tested. @returns its folder */
export const makeBag = async (plan: BagPlan = {}, parent?: string): Promise<string> => {
  const dir = join(parent ?? (await newFolder()), 'bag');
  const { version = '1.0', encoding = 'UTF-8', payload = { 'a.txt': 'a', 'b/c.txt': 'cc' } } = plan;
  const { algorithms = ['sha256'], info = ['Contact-Name: Lan'], tagged = false } = plan;
  const encode = plan.encode ?? ((text: string) => Buffer.from(text));
  const name = plan.write ?? ((path: string) => path);
  await mkdir(join(dir, 'data'), { recursive: true });
  await put(dir, 'bagit.txt', `BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`);
  await put(dir, 'bag-info.txt', encode(`${info.join('\n')}\n`));
  for (const [path, content] of Object.entries(payload)) await put(dir, `data/${path}`, content);
  for (const algorithm of algorithms) {
    const lines = Object.entries(payload).map(
      ([path, content]) => `${digestOf(algorithm, content)}  ${name(`data/${path}`)}\n`,
    );
    await put(dir, `manifest-${algorithm}.txt`, encode(lines.join('')));
  }
  if (tagged) await tag(dir, algorithms, encode);
  return dir;
};

/** Writes tag manifests over what stands there now. */
export const tag = async (
  dir: string,
  algorithms: readonly Algorithm[] = ['sha256'],
  encode: (text: string) => Uint8Array = (text) => Buffer.from(text),
): Promise<void> => {
  const files = ['bagit.txt', 'bag-info.txt', ...algorithms.map((algorithm) => `manifest-${algorithm}.txt`)];
  for (const algorithm of algorithms) {
    const lines = files.map(async (file) => `${digestOf(algorithm, await readFile(join(dir, file)))}  ${file}\n`);
    await put(dir, `tagmanifest-${algorithm}.txt`, encode((await Promise.all(lines)).join('')));
  }
};

/** Changes a text of a bag. */
export const edit = async (dir: string, file: string, change: (text: string) => string): Promise<void> =>
  put(dir, file, change(await readFile(join(dir, file), 'utf8')));
