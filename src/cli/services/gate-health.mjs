// Health check of the gate, which has no web face: its status file must be young and tell of no trouble.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const oldest = 60_000;

try {
  const status = JSON.parse(await readFile(join(process.argv[2] ?? '', 'status.json'), 'utf8'));
  const young = Date.now() - Date.parse(status.at) < oldest;
  process.exitCode = young && status.state !== 'trouble' && status.state !== 'stopped' ? 0 : 1;
} catch {
  process.exitCode = 1;
}
