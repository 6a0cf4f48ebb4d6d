import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { withRawIim } from '../../media/support/raw-iim.ts';
import { jpegOf, pictureForm, texturedPicture } from '../../support/pictures.ts';
import { ask, untilStatus } from '../support/delivery.ts';
import { savePicture } from '../support/form.ts';
import type { Stage } from '../support/stage.ts';

const rights = 'http://creativecommons.org/licenses/by/4.0/';

const packet = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
  xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Bảo tàng Thành phố"/></rdf:RDF>`;
/** Datasets of IPTC-IIM as programs of the time wrote them, and what they mean. */
const readings = {
  120: ['C¶ng Nhµ Rång nh×n tõ s«ng Sµi Gßn', 'TCVN3 (ABC)', 'Cảng Nhà Rồng nhìn từ sông Sài Gòn'],
  105: ['Thaønh phoá Hoà Chí Minh', 'VNI-Windows', 'Thành phố Hồ Chí Minh'],
  5: ['Thành phôì HôÌ Chí Minh', 'Windows-1258', 'Thành phố Hồ Chí Minh'],
} as const;

/** A photograph of an old archive, whose file says its credit twice, and not the same. */
const oldPhotograph = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const old = Object.entries(readings).map(([dataset, [text]]) => [dataset, Buffer.from(text, 'latin1')]);
  const jpeg = await jpegOf(texturedPicture(91, 3000, 2000).withXmp(packet));
  return withRawIim(jpeg, { ...Object.fromEntries(old), 110: Buffer.from('Kho anh cu') });
};

/** Reads each older encoding beside what it means, sees that XMP wins over the rest, and takes one thing over. */
const confirmWhatTheFileSays = async (page: Page): Promise<void> => {
  const said = (text: string) => page.locator('#image-embedded li').filter({ hasText: text });
  for (const [text, form, meaning] of Object.values(readings)) {
    expect(await said(text).textContent()).toContain(`Có lẽ là ${form}`);
    expect(await said(text).locator('q').textContent()).toBe(meaning);
  }
  expect(await said('Bảo tàng Thành phố').textContent()).toMatch(/XMP.*IPTC-IIM ghi khác: Kho anh cu/);
  await said(readings[120][0]).getByRole('button', { name: 'Lấy' }).click();
  await expect.poll(() => page.inputValue('#field-caption')).toBe(readings[120][2]);
};

const number = async (page: Page, name: string): Promise<number> =>
  Number(await page.inputValue(`[name=crop-${name}]`));
const part = async (page: Page) => ({
  x: await number(page, 'x'),
  y: await number(page, 'y'),
  width: await number(page, 'width'),
  height: await number(page, 'height'),
});

/** Draws something over the page by the mouse, in steps as a hand does. */
const draw = async (page: Page, what: string, across: number, down: number): Promise<void> => {
  const box = await page.locator(what).boundingBox();
  if (!box) throw new Error(`${what} cannot be seen`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + across, y + down, { steps: 5 });
  await page.mouse.up();
};

const lookClosely = async (page: Page): Promise<void> => {
  await page.getByRole('tab', { name: 'Xem kỹ' }).click();
  await page.locator('.bt-zoom__view[data-state=shown]').waitFor();
  const percent = async () => Number.parseInt((await page.locator('#zoom-percent').textContent()) ?? '', 10);
  await page.click('#zoom-pixels');
  await expect.poll(percent).toBe(100);
  await page.locator('.bt-zoom__view .openseadragon-canvas').first().focus();
  await page.keyboard.press('+');
  await expect.poll(percent).toBeGreaterThan(100);
  await page.click('#zoom-whole');
  await expect.poll(percent).toBeLessThan(100);
};

/** A picture that is public gets crops of its own, by keys and by mouse. */
export const aCuratorCrops = (stage: () => Stage): void => {
  describe('a curator on the page of a picture', () => {
    it('looks closely, sets crops by keys, numbers and mouse, and the public is told', async () => {
      const curator = await stage().caller('curator');
      const words = { title: 'Cầu cũ', alt: 'Một cây cầu', credit: 'Lan', rights };
      const body = pictureForm(await oldPhotograph(), words, 'cau.jpg');
      const sent = await curator.send('/api/images/upload?locale=vi&depth=0', { method: 'POST', body });
      expect(sent.status, JSON.stringify(sent.body)).toBe(201);
      const { id, slug, master } = sent.body.doc;
      const released = await (await stage().caller('secondCurator')).post('/api/images/release', { ids: [id] });
      expect(released.status, JSON.stringify(released.body)).toBe(200);
      await untilStatus(stage().house, `vi/images/${slug}`, 200);
      const set: Record<string, { x: number; y: number; width: number; height: number }> = {};
      await stage().as('curator', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/collections/images/${id}`);
        await confirmWhatTheFileSays(page);
        await lookClosely(page);
        await page.getByRole('tab', { name: 'Tiêu điểm và khung cắt' }).click();
        await page.getByRole('button', { name: '1:1', exact: true }).click();
        await page.locator('#crop-frame img').evaluate((img) => (img as HTMLImageElement).decode());
        expect(await part(page)).toEqual({ x: 500, y: 0, width: 2000, height: 2000 });
        await page.locator('#crop-move').focus();
        await page.keyboard.press('Shift+ArrowLeft');
        await page.keyboard.press('ArrowLeft');
        await page.getByRole('button', { name: 'Đổi cỡ từ góc dưới bên phải' }).focus();
        await page.keyboard.press('Shift+ArrowUp');
        expect(await part(page)).toEqual({ x: 335, y: 0, width: 1850, height: 1850 });
        await page.fill('[name=crop-y]', '9999');
        await page.keyboard.press('Enter');
        set['1:1'] = { x: 335, y: 150, width: 1850, height: 1850 };
        expect(await part(page)).toEqual(set['1:1']);
        await page.getByRole('button', { name: '16:9', exact: true }).click();
        const whole = await part(page);
        await draw(page, '.bt-crop__corner--se', -160, -90);
        const smaller = await part(page);
        expect(smaller.width).toBeLessThan(whole.width);
        await draw(page, '#crop-move', 70, 40);
        set['16:9'] = await part(page);
        expect(set['16:9'].x).toBeGreaterThan(smaller.x);
        expect(set['16:9']).toMatchObject({ width: smaller.width, height: smaller.height });
        expect(await page.locator('[data-shape="16:9"]').textContent()).toContain('đặt bằng tay');
        await page.getByRole('button', { name: '4:3', exact: true }).click();
        await page.locator('#crop-move').focus();
        await page.keyboard.press('ArrowLeft');
        await page.click('#crop-reset');
        expect(await page.locator('[data-shape="4:3"]').textContent()).toContain('theo tiêu điểm');
        await savePicture(page);
        await page.getByRole('tab', { name: 'Tệp ảnh' }).click();
        await page.getByText(master.sha256).waitFor();
        await page.getByRole('tab', { name: 'Nơi dùng ảnh' }).click();
        await page.getByText('Chưa có trong album nào').waitFor();
      });
      const crops = async () => (await ask(stage().house, `vi/images/${slug}`)).body.data.crops;
      await expect.poll(async () => (await crops())['1:1'].set, { timeout: 15_000 }).toBe(true);
      const told = await crops();
      expect([told['4:3'].set, told['9:16'].set]).toEqual([false, false]);
      for (const [shape, { x, y, width, height }] of Object.entries(set)) {
        expect(told[shape].x).toBeCloseTo(x / 3000, 4);
        expect(told[shape].y).toBeCloseTo(y / 2000, 4);
        expect(told[shape].width).toBeCloseTo(width / 3000, 4);
        expect(told[shape].height).toBeCloseTo(height / 2000, 4);
      }
      const file = Buffer.from(await (await fetch(told['1:1'].href.replace('/max/', '/300,/'))).arrayBuffer());
      expect(await sharp(file).metadata()).toMatchObject({ width: 300, height: 300 });
      const caption = readings[120][2];
      expect((await curator.get(`/api/images/${id}?locale=vi&depth=0`)).body).toMatchObject({ master, caption });
    });
  });
};
