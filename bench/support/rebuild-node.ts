import { join } from 'node:path';
import { rebuildDelivery } from '#delivery/rebuild.ts';
import { loadTrust } from '#feed/keys.ts';

const folder = process.argv[2] ?? '';
process.once('disconnect', () => process.exit());
const began = performance.now();
await rebuildDelivery({
  host: '127.0.0.1',
  port: 0,
  publicUrl: 'https://api.city.test',
  feedUrl: join(folder, 'feed'),
  trust: await loadTrust(join(folder, 'trust.pem')),
  dir: join(folder, 'node'),
  trustProxy: 0,
  tileCache: 0,
  logLevel: 'error',
  fallback: ['vi', 'en', 'fr', 'zh-Hans'],
});
const seconds = (performance.now() - began) / 1000;
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
process.send?.({ seconds, peak }, () => process.disconnect());
