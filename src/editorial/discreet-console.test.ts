import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { hushConsole } from './discreet-console.ts';

const secret = 'Chợ nổi mật';

/** What a console that was hushed writes. */
const written = (act: (console: Console) => void): string => {
  const chunks: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(String(chunk));
      done();
    },
  });
  const console = new Console(stream);
  hushConsole(console);
  act(console);
  return chunks.join('');
};

class QueryFailed extends Error {
  override name = 'QueryFailed';
  params = [secret];
}

it('R55: tells of an error what it was and where, and nothing of what it says or holds', () => {
  const error = new QueryFailed(`insert into articles values (${secret})`, { cause: new TypeError(secret) });
  const told = written((console) => {
    console.error('⨯ unhandledRejection:', error);
    console.error(`Uncaught ${error.stack}`);
    console.error(`⨯ ${new RangeError(secret).stack}`);
    console.dir({ title: secret });
    console.table([{ title: secret }]);
    console.warn({ doc: { title: secret } }, [secret], new Map([[secret, 1]]));
  });
  expect(told).not.toContain(secret);
  expect(told).toMatch(/⨯ unhandledRejection: .*QueryFailed.*discreet-console\.test\.ts.*TypeError/);
  expect(told).toMatch(/"name":"RangeError","frames"/);
  expect(told).toContain('[Object] [Array] [Map]');
});

it('lets everything else through', () => {
  expect(written((console) => console.log('ready on %s', 3000, true, null))).toBe('ready on 3000 true null\n');
});
