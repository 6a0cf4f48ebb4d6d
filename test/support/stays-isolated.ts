// Waits until this machine has a way out, looking ten times a second.
import { stayIsolated } from '#isolation/stay-isolated.ts';

process.stdout.write(`${process.pid} waits\n`);
const hour = setTimeout(() => undefined, 3_600_000);
await stayIsolated({ profile: 'isolated', proxies: {} }, new AbortController().signal, 100).catch(
  ({ code, values }) => {
    process.stdout.write(`${code} ${values.ways}\n`);
  },
);
clearTimeout(hour);
