import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { colourIn } from '../iiif/support/squares.ts';
import { openBrowser } from '../support/browser.ts';
import { guideAddress, guides, openGuideHouse, readGuide } from '../support/guide.ts';

describe.each(guides)('%s', (guide) => {
  it('makes a page of articles that a browser opens from the disk', async () => {
    await using house = await openGuideHouse();
    await using opened = await openBrowser();
    const folder = await mkdtemp(join(tmpdir(), 'benthanh-guide-'));
    try {
      const [html = ''] = readGuide(guide).code('html');
      const file = join(folder, 'page.html');
      await writeFile(file, html.replaceAll(guideAddress, house.node.url));
      const page = await opened.browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(pathToFileURL(file).href);
      await page.locator('article').nth(2).waitFor();
      expect(await page.locator('article').count()).toBe(3);
      for (const card of await page.locator('article').all()) {
        expect(await card.locator('h2').textContent()).toMatch(/^(mot|hai|ba) \((vi|en)\)$/);
        expect(await card.getAttribute('lang')).toMatch(/^(vi|en)$/);
        expect(await card.locator('small').textContent()).toBe('Lê Văn A');
        const picture = card.locator('img');
        await picture.scrollIntoViewIfNeeded();
        await expect.poll(() => picture.evaluate((img) => Reflect.get(img, 'naturalWidth'))).toBe(640);
        expect(await picture.getAttribute('alt')).toContain('Seen: anh');
      }
      expect(complaints).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('makes a page that shows a picture in two shapes', async () => {
    await using house = await openGuideHouse();
    await using opened = await openBrowser();
    const [, html = ''] = readGuide(guide).code('html');
    const page = await opened.browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.setContent(html.replaceAll(guideAddress, house.node.url));
    const sizeOf = (id: string) =>
      page.locator(`#${id}`).evaluate((img) => ['naturalWidth', 'naturalHeight'].map((name) => Reflect.get(img, name)));
    await expect.poll(() => sizeOf('file')).toEqual([320, 320]);
    await expect.poll(async () => (await sizeOf('style'))[0]).toBeGreaterThan(0);
    const box = (await page.locator('#style').getAttribute('style')) ?? '';
    const [top = 9, right = 9, bottom = 9, left = 9] = (/inset\(([^)]*)\)/.exec(box)?.[1] ?? '')
      .split(' ')
      .map(Number.parseFloat);
    expect(
      [top, right, bottom, left].every((side) => side >= 0 && side <= 50),
      box,
    ).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('makes a page on which a picture can be looked into', async () => {
    await using house = await openGuideHouse();
    await using opened = await openBrowser();
    const folder = await mkdtemp(join(tmpdir(), 'benthanh-guide-'));
    try {
      const [, , html = ''] = readGuide(guide).code('html');
      const file = join(folder, 'picture.html');
      await writeFile(file, html.replaceAll(guideAddress, house.node.url));
      const viewer = 'node_modules/openseadragon/build/openseadragon/openseadragon.min.js';
      await copyFile(join(import.meta.dirname, '../..', viewer), join(folder, 'openseadragon.min.js'));
      const page = await opened.browser.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      const answers: [path: string, status: number][] = [];
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (pathname.startsWith('/iiif/')) answers.push([pathname, response.status()]);
      });
      await page.goto(pathToFileURL(file).href);
      const seen = async () => {
        const bytes = await page.locator('#viewer').screenshot();
        return colourIn(bytes, 400, 200, 20);
      };
      // What is drawn in the middle of the page is the colour of the picture
      await expect.poll(async () => (await seen()).map((band) => Math.round(band / 64))).toEqual([3, 2, 1]);
      await expect.poll(() => page.locator('#credit').textContent()).toBe('Lê Văn A');
      expect(answers.filter(([path]) => path.endsWith('/default.jpg')).length).toBeGreaterThan(0);
      expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
