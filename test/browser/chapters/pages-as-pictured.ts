import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { admit, enter, type Login } from '../support/cast.ts';
import { takePicture } from '../support/pictures.ts';
import { writeRightsThatEnd } from '../support/rights-that-end.ts';
import type { Stage } from '../support/stage.ts';
import { desktop, phone, signIn, type Visit } from '../support/visit.ts';

/** People of the demo, whose desks have something on them. */
const parts = ['editor', 'curator', 'security-officer'] as const;
type Part = (typeof parts)[number];

const docs = z.object({ docs: z.array(z.object({ id: z.string() })).min(1) });
const market = 'where[slug][equals]=mot-ngay-o-cho-ben-thanh';

/** The pages of which the guides have a picture: what must be on them, and with PICTURES=1 the pictures themselves. */
export const pagesAsPictured = (stage: () => Stage): void => {
  describe('a page of which there is a picture', () => {
    const logins = new Map<Part, Login>();
    beforeAll(async () => {
      const administrator = await stage().caller('administrator');
      for (const part of parts) logins.set(part, await admit(stage().house, administrator, `${part}@benthanh.example`));
    });

    const loginOf = (part: Part): Login => {
      const login = logins.get(part);
      if (!login) throw new Error(`${part} has no log-in`);
      return login;
    };

    const as = async (part: Part, size: typeof desktop | typeof phone, act: (visit: Visit) => Promise<void>) => {
      const visit = await stage().window(size);
      try {
        await signIn(visit, loginOf(part));
        await act(visit);
      } finally {
        await visit.close();
      }
    };

    /** Address in the studio of the first document that a search finds, asked as the person. */
    const find = async (part: Part, collection: string, where: string): Promise<string> => {
      const caller = await enter(stage().house, loginOf(part));
      const answer = await caller.get(`/api/${collection}?depth=0&limit=1&locale=vi&${where}`);
      return `/admin/collections/${collection}/${docs.parse(answer.body).docs[0]?.id}`;
    };

    it('is the log-in', async () => {
      const visit = await stage().window();
      await visit.open('/admin/login');
      await visit.page.getByRole('heading', { name: 'Đăng nhập hệ thống biên tập' }).waitFor();
      await takePicture(visit.page, 'login');
      await visit.close();
    });

    it('is the desk of an editor, at the desk and on a telephone', async () => {
      await as('editor', desktop, async (visit) => {
        const { page } = visit;
        expect(await page.locator('.bt-desk a').count()).toBeGreaterThan(2);
        await takePicture(page, 'dashboard');
        const count = await page.locator('.bt-card--missing .bt-count').textContent();
        expect(Number(count)).toBeGreaterThan(await page.locator('.bt-card--missing li').count());
        await page.locator('.bt-card--missing .bt-card__more a').click();
        await page.getByRole('link', { name: 'Về bàn làm việc' }).waitFor();
        expect(await page.locator('.bt-card--missing li').count()).toBe(Number(count));
        // The officer's section, e.g. from a colleague's link, is not theirs
        await visit.open('/admin?section=refusals');
        expect(await page.locator('.bt-card--missing').count()).toBe(1);
        expect(await page.locator('.bt-card--refusals').count()).toBe(0);
      });
      await as('editor', phone, async (visit) => {
        await visit.page.locator('.bt-desk').waitFor();
        await takePicture(visit.page, 'phone');
        await visit.open(await find('editor', 'articles', market));
        await takePicture(visit.page, 'phone-article');
      });
    });

    it('is an article with its languages', async () => {
      await as('editor', desktop, async (visit) => {
        await visit.open(await find('editor', 'articles', market));
        expect(await visit.page.inputValue('#field-title')).toBe('Một ngày ở chợ Bến Thành');
        await visit.page.locator('#language-zh').waitFor();
        await takePicture(visit.page, 'article-editor');
      });
    });

    it('is a picture with its words and its point of interest', async () => {
      await as('curator', desktop, async (visit) => {
        await visit.open(await find('curator', 'images', 'where[slug][exists]=true&sort=createdAt'));
        const { page } = visit;
        await page.locator('#image-focus').waitFor();
        await takePicture(page, 'image');
        await page.getByRole('button', { name: '16:9', exact: true }).click();
        await page.locator('#crop-frame img').evaluate((img) => (img as HTMLImageElement).decode());
        expect(await page.locator('.bt-shape').count()).toBe(4);
        await page.getByRole('tablist').evaluate((tabs) => tabs.scrollIntoView());
        await takePicture(page, 'crops');
      });
    });

    it('is the archive, and one that brings pictures in', async () => {
      await as('curator', desktop, async (visit) => {
        const { page } = visit;
        await visit.open('/admin/archive');
        await page.locator('.bt-tile img').nth(8).waitFor();
        expect(await page.locator('.bt-tile').count()).toBeGreaterThan(8);
        await takePicture(page, 'archive');
        await visit.open('/admin/collections/images/bring');
        await page.getByRole('heading', { name: 'Đưa nhiều ảnh vào kho' }).waitFor();
        await takePicture(page, 'bring');
      });
    });

    it('is a pair of pictures that look the same, and an album', async () => {
      await as('curator', desktop, async (visit) => {
        const { page } = visit;
        await visit.open('/admin/look-alikes');
        await page.locator('.bt-pairs__list button').first().click();
        await page.locator('.bt-pairs__table').waitFor();
        await takePicture(page, 'pair');
        await visit.open(await find('curator', 'albums', 'sort=createdAt'));
        await page.locator('#album-tiles img').first().waitFor();
        await takePicture(page, 'album');
        await visit.open(await find('curator', 'albums', 'where[pressKit][equals]=true'));
        await page.locator('#field-pressText').waitFor();
        await page.locator('#field-pressKit').evaluate((field) => field.scrollIntoView({ block: 'center' }));
        await takePicture(page, 'press-kit');
      });
    });

    it('is a rights record, a consent, and the notice of both before they end', async () => {
      await as('curator', desktop, async (visit) => {
        const { page } = visit;
        await visit.open(await find('curator', 'rights', 'sort=createdAt'));
        expect(await page.inputValue('#field-holder')).toBe('Kho Ảnh thành phố');
        await takePicture(page, 'rights-record');
        const consent = await writeRightsThatEnd(await enter(stage().house, loginOf('curator')));
        await visit.open(`/admin/collections/consents/${consent}`);
        expect(await page.inputValue('#field-person')).toBe('Bà Trần Thị Sáu');
        await takePicture(page, 'consent');
        await visit.open('/admin');
        const notices = page.locator('.bt-card--rights');
        for (const name of ['Hợp đồng ảnh Tết 2025', 'Bà Trần Thị Sáu']) await notices.getByText(name).waitFor();
        await notices.evaluate((card) => card.scrollIntoView({ block: 'center' }));
        await takePicture(page, 'rights-that-end');
      });
    });

    it('is a marking and how to raise it, and a picture that is kept for a court', async () => {
      await as('security-officer', desktop, async (visit) => {
        const { page } = visit;
        await visit.open(await find('security-officer', 'articles', market));
        await page.locator('#marking-banner').getByText('Công khai', { exact: true }).waitFor();
        await takePicture(page, 'marking');
        await visit.open(await find('security-officer', 'images', 'where[slug][equals]=cho-hoa-tet'));
        await page.click('#deletion-hold');
        await page.fill('#deletion-reason', 'Vụ án số 27/2026/DS-ST');
        await page.click('#deletion-hold-now');
        await page.locator('#deletion-held').getByText('27/2026').waitFor();
        await takePicture(page, 'legal-hold');
      });
    });

    it('is the API reference', async () => {
      const visit = await stage().window();
      await visit.page.goto(`${stage().house.delivery}/docs`);
      await visit.page.getByRole('heading', { name: 'List of articles' }).first().waitFor();
      await visit.page.getByText('/v1/{locale}/articles').first().waitFor();
      await takePicture(visit.page, 'api-reference');
      await visit.close();
    });
  });
};
