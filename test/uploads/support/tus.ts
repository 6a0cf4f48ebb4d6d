import { Buffer } from 'node:buffer';
import { connect } from 'node:net';
import type { Answer, Caller } from '../../support/studio-caller.ts';
import type { Person } from '../../support/studio-people.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const spoken = { 'Tus-Resumable': '1.0.0' };

/** Begins a batch. */
export const beginBatch = async (person: Caller, defaults: object = {}): Promise<string> => {
  const answer = await person.post('/api/images/batches', defaults);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
};

/** Begins an upload of so many bytes. */
export const begin = (person: Caller, batch: string, filename: string, size: number): Promise<Answer> =>
  person.send('/api/images/uploads', {
    method: 'POST',
    headers: {
      ...spoken,
      'Upload-Length': String(size),
      'Upload-Metadata': `batch ${base64(batch)},filename ${base64(filename)}`,
    },
  });

/** Id of an upload that was begun. */
export const idOf = ({ status, headers, body }: Answer): string => {
  if (status !== 201) throw new Error(JSON.stringify(body));
  return headers.get('location')?.split('/').at(-1) ?? '';
};

export const piece = (person: Caller, id: string, bytes: Uint8Array<ArrayBuffer>, offset: number): Promise<Answer> =>
  person.send(`/api/images/uploads/${id}`, {
    method: 'PATCH',
    headers: { ...spoken, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
    body: bytes,
  });

export const head = (person: Caller, id: string): Promise<Answer> =>
  person.send(`/api/images/uploads/${id}`, { method: 'HEAD', headers: spoken });

export const offsetOf = ({ headers }: Answer): number => Number(headers.get('upload-offset'));

export const remove = (person: Caller, id: string): Promise<Answer> =>
  person.send(`/api/images/uploads/${id}`, { method: 'DELETE', headers: spoken });

/** What became of it, once the archive has looked. */
export const settled = async (person: Caller, id: string): Promise<Answer> => person.get(`/api/images/uploads/${id}`);

/** Sends a whole file in one piece, and waits for its fate. */
export const sendWhole = async (person: Caller, batch: string, name: string, bytes: Uint8Array<ArrayBuffer>) => {
  const id = idOf(await begin(person, batch, name, bytes.byteLength));
  const sent = await piece(person, id, bytes, 0);
  if (sent.status !== 204) throw new Error(JSON.stringify(sent.body));
  return { id, ...(await settled(person, id)).body };
};

/** Begins a piece, and cuts the line when so many of its bytes have been sent. */
export const cutPiece = async (
  url: string,
  person: Person,
  id: string,
  bytes: Uint8Array,
  offset: number,
  sent: number,
): Promise<void> => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const lines = [
    `PATCH /api/images/uploads/${id} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    `Authorization: JWT ${person.token}`,
    'Tus-Resumable: 1.0.0',
    `Upload-Offset: ${offset}`,
    'Content-Type: application/offset+octet-stream',
    `Content-Length: ${bytes.byteLength - offset}`,
  ];
  const write = (part: string | Uint8Array) =>
    new Promise<void>((resolve, reject) => socket.write(part, (error) => (error ? reject(error) : resolve())));
  await write(`${lines.join('\r\n')}\r\n\r\n`);
  await write(bytes.subarray(offset, offset + sent));
  // What has been sent is to be read before the line is cut
  await new Promise((resolve) => setTimeout(resolve, 200));
  socket.destroy();
};
