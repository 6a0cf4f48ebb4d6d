import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { PayloadRequest } from 'payload';
import { openTus } from '#editorial/uploads/tus.ts';
import { uploadRecords } from '#editorial/uploads/upload-records.ts';
import { Failure } from '#errors/failure.ts';

/** What a page asked, as far as tests look at it. */
export interface Asked {
  readonly method: string;
  /** Name of the file with its folders. */
  readonly file: string;
  /** Bytes that the page says are here already; null where it says nothing of that. */
  readonly offset: number | null;
}

/** What happens to a request before the studio has it: an answer in its place, no line, or nothing. */
export type Fate = Response | 'cut' | undefined;

/** The studio's own uploads on a folder, at an address of this machine, without a database. */
export interface TusHouse extends AsyncDisposable {
  readonly url: string;
  /** Every request in the order of its arrival. */
  readonly asked: readonly Asked[];
  /** The most requests that were ever under way at once. */
  readonly most: () => number;
  /** Decides about every request, one after another. */
  meddle(decide: (asked: Asked) => Fate | Promise<Fate>): void;
  /** SHA-256 of every file that is here whole, by name; several where one came more than once. */
  whole(): Promise<Map<string, string[]>>;
}

/** In memory where the machine has such a folder: the studio waits for the disk at every file. */
const above = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const nameIn = (metadata: string): string =>
  Buffer.from(/filename (\S+?)(,|$)/.exec(metadata)?.[1] ?? '', 'base64').toString();

const requestOf = (message: IncomingMessage, url: string): Request => {
  const hasBody = message.method === 'PATCH';
  const init = { method: message.method, headers: message.headers as Record<string, string>, duplex: 'half' };
  return new Request(`${url}${message.url}`, {
    ...init,
    body: hasBody ? Readable.toWeb(message) : null,
  } as RequestInit);
};

const hand = async (answer: Response, response: ServerResponse): Promise<void> => {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
};

const refused = (error: unknown): Response => {
  if (!(error instanceof Failure)) throw error;
  return Response.json({ code: error.code, detail: error.code }, { status: error.status });
};

export const openTusHouse = async (): Promise<TusHouse> => {
  const folder = await mkdtemp(join(above, 'benthanh-tus-'));
  const records = uploadRecords(folder);
  const asked: Asked[] = [];
  let decide: (asked: Asked) => Fate | Promise<Fate> = () => undefined;
  let [open, most] = [0, 0];
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tus = openTus({
    ...{ folder, records, studioUrl: url, uploadDays: 7 },
    onCreate: async () => 'curator',
    onWhole: () => undefined,
  });

  /** What the studio says of a file: the archive has it as soon as it is whole. */
  const tell = async (id: string): Promise<Response> => {
    const known = await records.begun(id);
    if (!known) return refused(new Failure('upload-gone'));
    if (known.offset < known.size) return Response.json({ state: 'receiving', fates: [] });
    const about = { file: known.metadata.filename, outcome: 'stored', code: null, reason: null, lacks: [] };
    return Response.json({ state: 'done', fates: [{ ...about, image: id, bytes: known.size }] });
  };

  const answer = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = requestOf(message, url);
    const id = new URL(request.url).pathname.split('/').at(-1) ?? '';
    const { method, headers } = request;
    const said = nameIn(headers.get('upload-metadata') ?? '');
    const offset = headers.get('upload-offset');
    const file = method === 'POST' ? said : ((await records.get(id))?.metadata.filename ?? '');
    const one = { method, file, offset: offset === null ? null : Number(offset) };
    asked.push(one);
    const fate = await decide(one);
    if (fate === 'cut') return void message.socket.destroy();
    const told = fate ?? (await (method === 'GET' ? tell(id) : tus.answer(request as PayloadRequest).catch(refused)));
    await hand(told, response);
  };

  server.on('request', (message, response) => {
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    // A page that has gone away is told nothing
    answer(message, response).catch(() => message.socket.destroy());
  });

  const whole = async (): Promise<Map<string, string[]>> => {
    const found = new Map<string, string[]>();
    for (const { id, metadata, offset, size } of (await records.survey()).begun) {
      if (offset < size) continue;
      const hash = createHash('sha256')
        .update(await readFile(records.path(id)))
        .digest('hex');
      found.set(metadata.filename, [...(found.get(metadata.filename) ?? []), hash]);
    }
    return found;
  };

  return {
    ...{ url, asked, whole, most: () => most },
    meddle: (next) => {
      decide = next;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
