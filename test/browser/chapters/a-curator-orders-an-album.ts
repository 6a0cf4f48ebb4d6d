import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { ask, untilStatus } from '../support/delivery.ts';
import { savePicture } from '../support/form.ts';
import type { Stage } from '../support/stage.ts';
import { phone, untilSeen } from '../support/visit.ts';

const [ferry, bridge, skyline] = ['Chuyến phà buổi sớm', 'Cầu dây văng về đêm', 'Bình minh trên sông Sài Gòn'];
const tile = (title: string) => `#album-tiles button:has-text("${title}")`;

/** Finds a picture by a word and chooses it. */
const choose = async (page: Page, word: string, title: string): Promise<void> => {
  await page.fill('#picker-search', word);
  await page.locator(`#picker-found button:has-text("${title}")`).click();
  await page.locator(`#picker-found button[aria-pressed=true]:has-text("${title}")`).waitFor();
};

const expectOrder = (page: Page, titles: readonly string[]): Promise<void> =>
  expect.poll(() => page.locator('#album-tiles .bt-album__title').allTextContents()).toEqual(titles);

/** Names of what a ZIP holds, each file read to its end and compared with its checksum. */
const namesInZip = async (bytes: Buffer): Promise<string[]> => {
  const zip = await fromBufferPromise(bytes);
  const names: string[] = [];
  for await (const entry of zip.eachEntry()) {
    for await (const _ of await zip.openReadStreamPromise(entry)) void 0;
    names.push(entry.fileName);
  }
  return names;
};

/** An album from nothing to the public: filled by search, put in order by buttons and by hand, with a cover. */
export const aCuratorOrdersAnAlbum = (stage: () => Stage): void => {
  describe('a curator with an album', () => {
    let address = '';

    it('fills it from the archive and puts it in order, by buttons and by hand', async () => {
      await stage().as('curator', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/collections/albums/create?locale=vi');
        await page.getByText('Hãy lưu album trước, rồi thêm ảnh.').waitFor();
        await page.fill('#field-title', 'Sáng trưa chiều tối');
        await savePicture(page);
        await page.waitForURL((url) => !url.pathname.endsWith('/create'));
        address = new URL(page.url()).pathname;
        await untilSeen(page.locator('#picker-search'), () => page.click('#album-add'));
        await choose(page, 'phà', ferry);
        await choose(page, 'cable-stayed', bridge);
        await choose(page, '西贡河日出', skyline);
        await page.click('#picker-add');
        await expectOrder(page, [ferry, bridge, skyline]);
        await page.click(tile(skyline));
        await page.click('#album-front');
        await expectOrder(page, [skyline, ferry, bridge]);
        await page.click('#album-later');
        await expectOrder(page, [ferry, skyline, bridge]);
        await page.dragAndDrop(tile(ferry), tile(bridge), { targetPosition: { x: 120, y: 40 } });
        await expectOrder(page, [skyline, bridge, ferry]);
        await page.click(tile(bridge));
        await page.click('#album-cover');
        await savePicture(page);
        await page.reload();
        await expectOrder(page, [skyline, bridge, ferry]);
        await page.locator(`${tile(bridge)} .bt-chip--published`).waitFor();
      });
    });

    it('sees it on a telephone, and a second one releases it', async () => {
      await stage().as(
        'secondCurator',
        async (visit) => {
          const { page } = visit;
          await visit.open(`${address}?locale=vi`);
          await expectOrder(page, [skyline, bridge, ferry]);
          await page.click(tile(ferry));
          await page.locator('#album-earlier').waitFor();
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(width).toBeLessThanOrEqual(phone.width);
          await page.click('#action-release');
          await page.getByText('Đã phát hành', { exact: true }).waitFor();
        },
        { size: phone },
      );
      const { body } = await untilStatus(stage().house, 'vi/albums/sang-trua-chieu-toi', 200);
      expect(body.data).toMatchObject({ count: 3, cover: { alt: expect.any(String) } });
      const listed = await ask(stage().house, 'vi/images?album=sang-trua-chieu-toi&sort=album');
      const titles = listed.body.data.map(({ title }: { title: string }) => title);
      expect(titles).toEqual([skyline, bridge, ferry]);
    });

    it('offers it to the press, who take it along in two parts', async () => {
      const text = 'Bốn buổi trong ngày của thành phố.';
      await stage().as('curator', async (visit) => {
        const { page } = visit;
        await visit.open(`${address}?locale=vi`);
        await page.locator('#field-pressKit').check();
        await page.fill('#field-pressText', text);
        await page.locator('#field-pressContacts .array-field__add-row').click();
        await page.fill('#field-pressContacts__0__name', 'Tổ Báo chí');
        await page.fill('#field-pressContacts__0__email', 'baochi@benthanh.example');
        await savePicture(page);
      });
      const { body } = await untilStatus(stage().house, 'vi/press-kits/sang-trua-chieu-toi', 200);
      expect(body.data.press).toMatchObject({ text, contacts: [{ name: 'Tổ Báo chí' }] });
      const { zip } = body.data.press;
      const first = await fetch(zip, { headers: { range: 'bytes=0-9999' } });
      const tag = first.headers.get('etag') ?? '';
      const rest = await fetch(zip, { headers: { range: 'bytes=10000-', 'if-range': tag } });
      expect([first.status, rest.status]).toEqual([206, 206]);
      const parts = [await first.arrayBuffer(), await rest.arrayBuffer()].map((part) => Buffer.from(part));
      const names = await namesInZip(Buffer.concat(parts));
      expect(names.filter((name) => name.endsWith('.jpg'))).toHaveLength(3);
      expect(names.some((name) => name.endsWith('.csv'))).toBe(true);
    });
  });
};
