import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { limits } from '#feed/limits.ts';
import { checkpointPath, segmentPath } from '#feed/paths.ts';
import { openSource } from '#feed/source.ts';
import { verifyFeed } from '#feed/verify-feed.ts';
import { at, codeOf, temporaryFolder, trust, writerOf } from './support/feed-folder.ts';
import { article, image, put } from './support/records.ts';

const serve = async (answer: RequestListener) => {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const demoFeed = async () => {
  const dir = await temporaryFolder();
  await using writer = await writerOf(dir.path);
  const blob = await writer.putBlob(Buffer.from('picture'));
  await writer.append([put(article(1, 'Chợ Bến Thành')), put(image(2, blob, 7))], at);
  await writer.writeSnapshot(at);
  return dir;
};

const filesBelow =
  (dir: string): RequestListener =>
  (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    readFile(join(dir, pathname.replace(/^\/feed/, ''))).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  };

test('the same feed reads the same from a folder, a file address and over http, with a slash at the end or not', async () => {
  await using dir = await demoFeed();
  await using server = await serve(filesBelow(dir.path));
  const urls = [dir.path, pathToFileURL(dir.path).href, `${server.url}/feed`, `${server.url}/feed/?share=1`];
  for (const url of urls) {
    expect(await verifyFeed({ source: openSource(url), trust })).toMatchObject({ fault: null, entries: 2, blobs: 1 });
  }
});

test('the token goes along; without it the feed is unreachable, not missing', async () => {
  await using dir = await demoFeed();
  const files = filesBelow(dir.path);
  await using server = await serve((request, response) =>
    request.headers.authorization === 'Bearer s3cret' ? files(request, response) : response.writeHead(401).end(),
  );
  const check = async (token?: string) =>
    (await verifyFeed({ source: openSource(`${server.url}/feed`, { token }), trust })).fault?.code ?? 'none';
  expect(await check('s3cret')).toBe('none');
  expect(await check('wrong')).toBe('feed-unreachable');
  expect(await check()).toBe('feed-unreachable');
});

test('a redirect is refused, so that the token is carried nowhere else', async () => {
  let asked = 0;
  await using elsewhere = await serve((_, response) => {
    asked += 1;
    response.end();
  });
  await using server = await serve((_, response) => {
    response.writeHead(302, { location: elsewhere.url }).end();
  });
  expect(await codeOf(() => openSource(server.url, { token: 's3cret' }).read(checkpointPath))).toBe('feed-unreachable');
  expect(asked).toBe(0);
});

test('a file beyond its bound is refused before it is read whole, packed ones too', async () => {
  const zeros = Buffer.alloc(limits.envelope + 1);
  const packed = gzipSync(zeros);
  await using server = await serve((request, response) => {
    if (request.url === '/checkpoint.json') response.end(zeros.subarray(0, limits.checkpoint + 1));
    else response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
  });
  const source = openSource(server.url);
  expect(await codeOf(() => source.read(checkpointPath))).toBe('feed-too-large');
  expect(await codeOf(() => source.read(segmentPath(1)))).toBe('feed-too-large');
});

test('a server that is silent, breaks off, errs or is not there makes the feed unreachable', async () => {
  await using server = await serve((request, response) => {
    if (request.url === '/silent/checkpoint.json') return;
    if (request.url === '/errs/checkpoint.json') return void response.writeHead(500).end();
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{');
    setTimeout(() => response.destroy(), 20);
  });
  for (const folder of ['silent', 'errs', 'breaks']) {
    const source = openSource(`${server.url}/${folder}`, { timeout: 300 });
    expect(await codeOf(() => source.read(checkpointPath))).toBe('feed-unreachable');
  }
  expect(await codeOf(() => openSource('http://127.0.0.1:1').read(checkpointPath))).toBe('feed-unreachable');
});

test('no path leads out of a feed', async () => {
  await using dir = await demoFeed();
  for (const source of [openSource(dir.path), openSource('http://127.0.0.1:1')]) {
    for (const path of ['../secret', '/etc/passwd', 'segments/../../x', 'lock', 'checkpoint.json?x', '']) {
      expect(await codeOf(() => source.read(path))).toBe('feed-malformed');
    }
  }
});

test('what is not there is null, what is no file is refused', async () => {
  await using dir = await demoFeed();
  const { mkdir } = await import('node:fs/promises');
  expect(await openSource(dir.path).read(segmentPath(99))).toBeNull();
  expect(await openSource(join(dir.path, 'nowhere')).read(checkpointPath)).toBeNull();
  await mkdir(join(dir.path, segmentPath(2)));
  expect(await codeOf(() => openSource(dir.path).read(segmentPath(2)))).toBe('feed-malformed');
});

test('a reading is given up when its reader is', async () => {
  await using server = await serve(() => undefined);
  const stop = new AbortController();
  const reading = openSource(server.url).read(checkpointPath, stop.signal);
  stop.abort();
  await expect(reading).rejects.toThrow(/abort/i);
});
