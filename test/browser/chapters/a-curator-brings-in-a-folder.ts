import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../archive/support/ingesting.ts';
import type { Stage } from '../support/stage.ts';

/** A picture of about half a megabyte, like no other. */
const picture = async (path: string): Promise<string> => {
  const raw = { width: 900, height: 600, channels: 3 as const };
  const bytes = await sharp(randomBytes(900 * 600 * 3), { raw })
    .jpeg({ quality: 90 })
    .toBuffer();
  await writeFile(path, bytes);
  return hashOf(bytes);
};

/** Drops files or folders of the disk, as a file manager does. */
const drop = async (page: Page, network: CDPSession, ...files: string[]): Promise<void> => {
  const area = page.locator('#bring-drop');
  await area.scrollIntoViewIfNeeded();
  const box = await area.boundingBox();
  if (!box) throw new Error('There is nowhere to drop');
  const at = { x: box.x + box.width / 2, y: box.y + 20, data: { items: [], files, dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await network.send('Input.dispatchDragEvent', { type, ...at });
};

/** The line as it is from now on. @param speed bytes a second upwards; 0: none at all, -1: as fast as it goes */
const line = async (network: CDPSession, speed: number): Promise<void> => {
  await network.send('Network.emulateNetworkConditions', {
    ...{ offline: speed === 0, latency: 0, downloadThroughput: -1 },
    uploadThroughput: speed === 0 ? -1 : speed,
  });
};

/** Bytes a second upwards with which the pictures are still on their way when the page is loaded again. */
const slow = 60_000;

/** @param number how many, as it stands in a regular expression: several that are sent beside each other may arrive at once */
const done = (page: Page, number: number | string, all: number) =>
  page
    .locator('#bring-overall')
    .getByText(new RegExp(`Xong ${number} / ${all} tệp`))
    .waitFor();

/** Stops on the person's word what is on its way, and sends nothing for a while. */
const pause = async (page: Page): Promise<void> => {
  const sent = () => page.locator('.bt-bring__overall progress').evaluate((bar) => Reflect.get(bar, 'value'));
  const button = page.locator('#bring-pause');
  await page.locator('.bt-bring__state--sending').getByText('/').first().waitFor();
  await button.click();
  await button.getByText('Tiếp tục').waitFor();
  const before = await sent();
  const piece = page.waitForRequest((request) => request.method() === 'PATCH', { timeout: 2000 });
  await expect(piece).rejects.toThrow('Timeout');
  expect(await sent()).toBe(before);
};

/** Goes on, but something on the way refuses a piece without a word: that file says so, and goes when it is told to. */
const goOnAndRetry = async (page: Page): Promise<void> => {
  const pieces = '**/api/images/uploads/*';
  let isRefused = false;
  await page.route(pieces, (route) => {
    if (isRefused || route.request().method() !== 'PATCH') return route.fallback();
    isRefused = true;
    return route.fulfill({ status: 413, contentType: 'text/html', body: '<h1>413 Request Entity Too Large</h1>' });
  });
  const button = page.locator('#bring-pause');
  await button.click();
  await button.getByText('Tạm dừng').waitFor();
  const failed = page.locator('.bt-bring__row').filter({ has: page.locator('.bt-bring__state--failed') });
  await failed.getByText('Máy chủ không nhận mà không nói vì sao.').waitFor();
  await failed.getByRole('button', { name: 'Thử lại' }).click();
  // What stands in the way stays there until the window closes: taken away, it could leave a piece hanging
  await failed.waitFor({ state: 'detached' });
};

/** Uploads that the studio begins for the page from now on. */
const beginnings = (page: Page): string[] => {
  const begun: string[] = [];
  page.on('response', (response) => {
    if (response.request().method() === 'POST' && response.url().endsWith('/uploads')) begun.push(response.url());
  });
  return begun;
};

/** A folder of pictures on its way into the archive, with what happens to lines and pages meanwhile. */
export const aCuratorBringsInAFolder = (stage: () => Stage): void => {
  describe('a curator with a folder', () => {
    it('drops it; the line breaks, the page is loaded again, and everything arrives once', async () => {
      const outside = await mkdtemp(join(tmpdir(), 'benthanh-folder-'));
      const folder = join(outside, 'Tết 2019');
      await mkdir(join(folder, 'Chợ hoa'), { recursive: true });
      const names = ['Chợ hoa/1.jpg', 'Chợ hoa/2.jpg', '3.jpg', '4.jpg', '5.jpg'];
      const hashes = await Promise.all(names.map((one) => picture(join(folder, one))));
      await writeFile(join(folder, 'vẽ.jpg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
      await writeFile(join(folder, 'Thumbs.db'), 'x');
      await stage().as('curator', async (visit) => {
        const { page } = visit;
        // As in browsers that hand out no handles; this one, which has no window, ends when it finds kept ones again
        await page.addInitScript(() => {
          Reflect.deleteProperty(DataTransferItem.prototype, 'getAsFileSystemHandle');
        });
        await visit.open('/admin/collections/images');
        await page.click('#list-bring');
        await page.locator('#bring-drop').waitFor();
        const network = await page.context().newCDPSession(page);
        await page.locator('#bring-fields > summary').click();
        // The lists of topics and places push the area down when they come, and tell that the page listens
        await page.locator('#bring-fields').getByText('Chợ Bến Thành').waitFor();
        await page.fill('#image-credit', 'Ảnh: Ngô Thu Trang');
        await line(network, slow);
        const begun = beginnings(page);
        await drop(page, network, folder);
        // Some of it is on its way when the line breaks
        await page.locator('.bt-bring__state--sending').getByText('/').first().waitFor();
        await line(network, 0);
        await page.getByText('Mất kết nối. Sẽ tự gửi tiếp khi có mạng.').first().waitFor();
        await line(network, slow);
        // The browser still sends what it had begun when its line broke: those three at most
        await done(page, '[1-4]', 6);
        page.once('dialog', (dialog) => void dialog.accept());
        await page.reload();
        const kept = page.locator('#bring-kept');
        await kept.getByText(/còn thiếu [2-5] tệp/).waitFor();
        // So slow that nothing arrives before the pause, however slow the machine is
        await line(network, slow / 10);
        await drop(page, network, folder);
        await pause(page);
        await line(network, -1);
        await goOnAndRetry(page);
        await done(page, 6, 6);
        expect(begun).toHaveLength(6);
        await page.locator('#bring-refused').getByText('Tết 2019/vẽ.jpg').waitFor();
        const refused = page.locator('.bt-bring__row').filter({ hasText: 'vẽ.jpg' });
        expect(await refused.locator('.bt-bring__kind').textContent()).toBe('jpg');
        expect(await page.locator('#bring-attention').textContent()).toContain('5 đã vào kho, cần bổ sung');
        const csv = await page.evaluate(
          async (address) => (await fetch(address)).text(),
          (await page.locator('#bring-csv').getAttribute('href')) ?? '',
        );
        expect(csv).toContain('Tết 2019/Chợ hoa/1.jpg,attention');
      });
      await rm(outside, { recursive: true });
      const caller = await stage().caller('curator');
      for (const hash of hashes) {
        const { body } = await caller.get(`/api/images?where[master.sha256][equals]=${hash}&locale=vi`);
        expect(body.docs).toMatchObject([{ credit: 'Ảnh: Ngô Thu Trang' }]);
      }
    });
  });
};
