import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { dataPolicy } from '#editorial/pages/content-policy.ts';
import { pageServer } from './page-server.ts';

it('answers whoever asks for another protocol, whatever else listens for that, and closes behind it', async () => {
  const server = pageServer((_request, response) => void response.setHeader('Connection', 'close').end('here'));
  let taken = 0;
  server.on('upgrade', () => {
    taken += 1;
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.setTimeout(2000, () => socket.destroy(new Error('nobody answered')));
  socket.write('GET / HTTP/1.1\r\nHost: studio.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  const answer = await text(socket).finally(() => server.close());
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).toContain(`Content-Security-Policy: ${dataPolicy}`);
  expect(taken).toBe(0);
});
