// A program for tests of the leash. It loses its own lock, as a bundler's that reads every file of the project, and then
// asks a child of its own for an answer. With `idle` it does nothing for ever.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [role, lock] = process.argv.slice(2);

if (role === 'parent') {
  readFileSync(lock);
  const child = fork(fileURLToPath(import.meta.url), ['child']);
  child.once('message', (message) => {
    process.send(message);
    child.kill();
    process.disconnect();
  });
  child.once('exit', () => process.connected && process.disconnect());
  setTimeout(() => child.connected && child.send('are you there?'), 500);
}

if (role === 'child') process.on('message', () => process.send('yes'));

if (role === 'idle') setInterval(() => undefined, 1000);
