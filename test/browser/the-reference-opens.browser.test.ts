import { expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { openBench, put } from '../support/delivery-node.ts';
import { article } from '../support/records.ts';

it('the API reference opens from our own files alone and lists what can be asked', async () => {
  await using bench = await openBench();
  const node = await bench.start('node');
  await node.reach(await bench.append([put(article('mot'))]));
  await using opened = await openBrowser();
  const page = await opened.browser.newPage({ viewport: { width: 1280, height: 900 } });
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${node.url}/docs`);
  await page.getByRole('heading', { name: 'List of articles' }).first().waitFor();
  await page.getByText('/v1/{locale}/articles').first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => !url.startsWith(node.url) && !/^(data|blob):/.test(url))).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});
