import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a machine does with one question; `number` counts them from one. */
export type Manner = (body: unknown, answer: ServerResponse, asked: IncomingMessage, number: number) => void;

export interface MachineServer extends AsyncDisposable {
  readonly url: string;
  /** Everything that it was asked, in order: path and body. */
  readonly asked: { readonly path: string; readonly body: unknown; readonly key: string | undefined }[];
}

const read = async (asked: IncomingMessage): Promise<unknown> => {
  const text = Buffer.concat(await asked.toArray()).toString('utf8');
  return text === '' ? null : JSON.parse(text);
};

export const tell = (answer: ServerResponse, status: number, json: unknown, headers: Record<string, string> = {}) =>
  answer.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));

/** A machine that translates, on a port of its own: whether it does it well or badly is the test’s affair. */
export const startMachine = async (manner: Manner): Promise<MachineServer> => {
  const asked: MachineServer['asked'] = [];
  const server = createServer((request, answer) => {
    void read(request).then((body) => {
      asked.push({ path: request.url ?? '', body, key: request.headers.authorization });
      manner(body, answer, request, asked.length);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return { url: `http://127.0.0.1:${port}`, asked, [Symbol.asyncDispose]: close };
};

/** The languages that a server of LibreTranslate says it has. */
export const offered = ['vi', 'en', 'fr', 'zh-Hans'].map((code) => ({ code, name: code, targets: [] }));
