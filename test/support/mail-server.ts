import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as the server took it: for whom, and all of its bytes as text. */
export interface TakenMail {
  readonly to: string;
  readonly raw: string;
}

export interface MailServer extends AsyncDisposable {
  readonly port: number;
  readonly taken: TakenMail[];
  /** Addresses that it does not want mail for. */
  readonly refused: Set<string>;
}

/** A server that speaks SMTP on this machine. @param port that of an earlier one, where it is to come back */
export const startMailServer = async (port = 0): Promise<MailServer> => {
  const taken: TakenMail[] = [];
  const refused = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(refused.has(address) ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : undefined),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        for (const { address } of envelope.rcptTo) taken.push({ to: address, raw });
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  const address = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((closed) => server.close(() => closed()));
  return { port: address.port, taken, refused, [Symbol.asyncDispose]: close };
};

/** What a mail says, whichever way its parts are packed. */
export const wordsOf = ({ raw }: TakenMail): string => {
  const parts = raw.split(/\r\n--[^\r\n]+/);
  const read = parts.map((part) => {
    const [head = '', ...body] = part.split('\r\n\r\n');
    const text = body.join('\r\n\r\n');
    if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8');
    if (!/content-transfer-encoding: quoted-printable/i.test(head)) return text;
    const joined = text.replace(/=\r\n/g, '');
    return Buffer.from(
      joined.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ).toString('utf8');
  });
  return read.join('\n');
};

/** The subject of a mail (RFC 2047). */
export const subjectOf = ({ raw }: TakenMail): string => {
  const line = /^Subject: ((?:.|\r\n[ \t])*)/m.exec(raw)?.[1] ?? '';
  return line.replace(/\?=\r\n[ \t]+=\?/g, '?==?').replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind, text) =>
    kind.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64').toString('utf8')
      : Buffer.from(
          text
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/g, (__: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ).toString('utf8'),
  );
};
