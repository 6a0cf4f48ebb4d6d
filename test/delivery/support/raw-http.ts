import { connect, type Socket } from 'node:net';

/** What came back on a socket, taken apart. */
export interface Heard {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A connection that sends bytes as they are, for what no client would send. */
export interface Line extends Disposable {
  readonly socket: Socket;
  say(text: string): void;
  /** Everything that came until the other side hung up. */
  readonly rest: Promise<string>;
}

export const callAt = (url: string): Promise<Line> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    const rest = new Promise<string>((done) => {
      socket.on('data', (chunk) => chunks.push(chunk));
      socket.on('close', () => done(Buffer.concat(chunks).toString('utf8')));
    });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.on('error', () => {});
      resolve({
        ...{ socket, rest },
        say: (text) => void socket.write(Buffer.from(text, 'latin1')),
        [Symbol.dispose]: () => socket.destroy(),
      });
    });
  });

/** Sends bytes and waits until the server hangs up. */
export const speak = async (url: string, text: string): Promise<string> => {
  using line = await callAt(url);
  line.say(text);
  return await line.rest;
};

export const takeApart = (heard: string): Heard => {
  const end = heard.indexOf('\r\n\r\n');
  const [first = '', ...lines] = heard.slice(0, end).split('\r\n');
  const pairs = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 2),
  ]);
  return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(pairs), body: heard.slice(end + 4) };
};
