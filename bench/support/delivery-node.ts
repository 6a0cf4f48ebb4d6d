import { join } from 'node:path';
import { startDelivery } from '../../src/delivery/start.ts';
import { loadTrust } from '../../src/feed/keys.ts';
import { answerParent } from './answer-parent.ts';

const folder = process.argv[2] ?? '';
const delivery = await startDelivery({
  ...{ host: '127.0.0.1', port: 0, publicUrl: 'https://api.city.test', feedUrl: join(folder, 'feed') },
  ...{
    trust: await loadTrust(join(folder, 'trust.pem')),
    dir: join(folder, 'node'),
    trustProxy: 0,
    tileCache: 50_000_000,
    logLevel: 'error',
  },
  fallback: ['vi', 'en', 'fr', 'zh-Hans'],
});
const isReady = async () => (await (await fetch(`${delivery.url}/status`)).json()).ready;
while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, 50));
answerParent(delivery.url);
