import { join } from 'node:path';
import { startDelivery } from '../../src/delivery/start.ts';
import { loadTrust } from '../../src/feed/keys.ts';

const folder = process.argv[2] ?? '';
const started = performance.now();
const delivery = await startDelivery({
  ...{ host: '127.0.0.1', port: 0, publicUrl: 'https://api.city.test', feedUrl: join(folder, 'feed') },
  ...{ trust: await loadTrust(join(folder, 'trust.pem')), dir: join(folder, 'node'), trustProxy: 0, logLevel: 'error' },
  fallback: ['vi', 'en', 'fr', 'zh-Hans'],
});
const isReady = async () => (await (await fetch(`${delivery.url}/status`)).json()).ready;
while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, 50));
process.on('message', () => process.send?.(process.memoryUsage.rss()));
process.send?.({ url: delivery.url, rss: process.memoryUsage.rss(), caughtUp: performance.now() - started });
