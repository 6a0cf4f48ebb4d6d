import { describe, expect, it } from 'vitest';
import { completeText } from '../../support/lexical.ts';
import type { Caller } from '../../support/studio-caller.ts';
import { readWords } from '../../support/words.ts';
import { takePicture } from '../support/pictures.ts';
import { letProofsAge, proveWhenAsked } from '../support/proof.ts';
import type { Part, Stage } from '../support/stage.ts';
import { phone, type Visit } from '../support/visit.ts';

const say = (key: string) => readWords('vi', 'studio')[key] ?? key;
const title = 'Kế hoạch mở rộng bến cảng';
const inAMonth = () => new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** Clearance, copies and lowering: nothing of it by one person alone. */
export const twoPeopleOpenWhatIsClosed = (stage: () => Stage): void => {
  describe('two people open what is closed', () => {
    let article = '';
    let marking = '';
    let topic = '';

    /** An article in two languages that names other records and shows a picture. */
    const write = async (editor: Caller): Promise<{ id: string }> => {
      const first = async (collection: string, where = '') =>
        (await editor.get(`/api/${collection}?limit=1&depth=0&locale=vi${where}`)).body.docs[0];
      const crane = `&where[title][equals]=${encodeURIComponent('Cẩu bờ ở cảng container')}`;
      const [subject, place, cover] = [await first('topics'), await first('places'), await first('images', crane)];
      const links = { topics: [subject.id], places: [place.id], cover: cover.id };
      const { doc } = (await editor.post('/api/articles?locale=vi&depth=0', { ...completeText(title), ...links })).body;
      const english = { ...completeText('A larger harbour'), revision: doc.revision };
      const translated = await editor.patch(`/api/articles/${doc.id}?locale=en&depth=0`, english);
      expect(translated.status, JSON.stringify(translated.body)).toBe(200);
      topic = subject.name;
      marking = doc.marking;
      return doc;
    };

    /** Somebody of the story, who proves themselves where they are asked to. */
    const as = (part: Part, act: (visit: Visit) => Promise<void>) =>
      stage().as(part, async (visit) => {
        await proveWhenAsked(visit.page, await stage().member(part));
        await act(visit);
      });

    it('a security officer proposes clearance, and a second one finds it at the desk and grants it', async () => {
      const publisher = await stage().caller('publisher');
      const { id } = (await publisher.get('/api/users/me')).body.user;
      await as('officer', async (visit) => {
        const { page } = visit;
        await visit.open(`/admin/collections/users/${id}`);
        await page.click('#grant-ask');
        await page.selectOption('#grant-clearance', 'restricted');
        await page.fill('#grant-until', inAMonth());
        await page.fill('#grant-reason', 'Quyết định 7/2026');
        await page.click('#grant-ask-now');
        await page.locator('#grant-withdraw').waitFor();
      });
      await as('secondOfficer', async ({ open, page }) => {
        await open('/admin');
        await page.locator('.bt-card--grants').getByRole('link').first().click();
        await page.click('#grant-answer');
        await takePicture(page, 'grant');
        await page.click('#grant-give-now');
        await page.locator('#grant-answer').waitFor({ state: 'detached' });
      });
    });

    it('a copy is asked for by one and permitted by another', async () => {
      const officer = await stage().caller('officer');
      const { id } = await write(await stage().caller('editor'));
      const raised = await officer.post(`/api/markings/${marking}/raise`, { level: 'restricted', basis: 'CV 3' });
      expect(raised.status).toBe(200);
      article = `/admin/collections/articles/${id}?locale=vi`;
      const second = (await (await stage().caller('secondOfficer')).get('/api/users/me')).body.user.id;
      const wanted = { clearance: 'restricted', until: inAMonth(), reason: 'Quyết định 8/2026' };
      const { proposal } = (await officer.post(`/api/users/${second}/ask-grant`, wanted)).body;
      const given = await (await stage().caller('administrator')).post(`/api/users/${second}/give-grant`, { proposal });
      expect(given.status).toBe(200);
      await as('officer', async (visit) => {
        const { page } = visit;
        await visit.open(article);
        await page.click('#copy-ask');
        await page.fill('#copy-count', '2');
        await page.fill('#copy-recipient', 'Phòng Tổng hợp');
        await page.fill('#copy-purpose', 'Họp giao ban');
        await takePicture(page, 'copy-ask');
        await page.click('#copy-ask-now');
        await page.getByRole('button', { name: say('copies.withdraw') }).waitFor();
      });
      await as('secondOfficer', async ({ open, page }) => {
        await open('/admin');
        await page.locator('.bt-card--copies').getByRole('link', { name: title }).click();
        await page.getByRole('button', { name: say('copies.answer') }).click();
        await page.click('#copy-grant-now');
        await page.getByRole('button', { name: say('copies.answer') }).waitFor({ state: 'detached' });
      });
    });

    it('printed under a number after one more proof, and never by the browser alone', async () => {
      letProofsAge(stage().house);
      await stage().as('officer', async (visit) => {
        const { page } = visit;
        await visit.open(article);
        await page.getByRole('button', { name: say('copies.print') }).click();
        await page.fill('#prove-proof', (await stage().member('officer')).password);
        await page.click('#prove-go');
        const sheet = page.frameLocator('.bt-copies__sheet');
        await sheet.getByText('Bản số: 1/2').waitFor();
        await sheet.locator('article').getByText(title).first().waitFor();
        await takePicture(page, 'copy-sheet');
        await page.getByRole('button', { name: say('copies.close') }).click();
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('.bt-not-printed').isVisible()).toBe(true);
        expect(await page.locator('#marking-banner').isVisible()).toBe(false);
      });
    });

    it('and kept track of in the register: handed on, and destroyed by two', async () => {
      const officer = await stage().caller('officer');
      const { permissions } = (await officer.get(`/api/markings/${marking}/copies`)).body;
      const second = await officer.post(`/api/markings/${marking}/make-copy`, {
        ...{ permission: permissions[0].id, form: 'print' },
      });
      const how = { how: 'Máy hủy giấy, phòng 214' };
      const told = await officer.post(`/api/copy-register/${second.body.number}/destroy-copy`, how);
      expect([second.status, told.status]).toEqual([200, 200]);
      await as('officer', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/copies');
        const copy = page.locator('.bt-copies__copy--out', { hasText: title });
        await copy.getByRole('button', { name: say('copies.move') }).click();
        await page.selectOption('#copy-holder', { label: 'Phan Quốc Việt' });
        await page.fill('#copy-act-words', 'Tủ hồ sơ mật, phòng 214');
        await page.click('#copy-write-now');
        await copy.getByText('Phan Quốc Việt').waitFor();
        await takePicture(page, 'copies');
        const [file] = await Promise.all([page.waitForEvent('download'), page.click('#copies-csv')]);
        expect(file.suggestedFilename()).toBe('copies.csv');
        await page.setViewportSize(phone);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
      });
    });

    it('while whoever confirms that one is destroyed is another than who reported it', async () => {
      await as('secondOfficer', async (visit) => {
        const { page } = visit;
        await visit.open('/admin/copies');
        const copy = page.locator('.bt-copies__copy--destroying', { hasText: title });
        await copy.getByRole('button', { name: say('copies.confirm') }).click();
        await page.locator('.bt-copies__copy--destroyed', { hasText: title }).waitFor();
      });
    });

    it('a lower level is proposed by one, and agreed to by another who sees what becomes readable', async () => {
      await as('officer', async (visit) => {
        const { page } = visit;
        await visit.open(article);
        await page.click('#lowering-propose');
        await page.selectOption('#raise-level', 'internal');
        await page.fill('#raise-basis', 'Quyết định 9/2026');
        await page.click('#lowering-propose-now');
        await page.locator('#lowering-asked').waitFor();
      });
      await as('publisher', async ({ open, page }) => {
        await open('/admin');
        await page.locator('.bt-card--lowerings').getByRole('link', { name: title }).click();
        await page.click('#lowering-agree');
        const sight = page.locator('.bt-dialog .bt-opening');
        for (const words of [title, 'A larger harbour', topic]) await sight.getByText(words).first().waitFor();
        await sight.locator('img').first().waitFor();
        // Names and words, and nothing as programs keep it
        const told = (await sight.locator('dt, dd p').allTextContents()).join('\n');
        expect(told).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|\b(?:true|false|null|undefined)\b|\w\.\w/);
        await page.check('#lowering-seen');
        await takePicture(page, 'lowering');
        await page.click('#lowering-agree-now');
        await page.locator('#lowering-agree').waitFor({ state: 'detached' });
      });
      await as('officer', async ({ open, page }) => {
        await open('/admin');
        await page.locator('.bt-card--copies').getByText(say('desk.copy.changed')).first().waitFor();
      });
    });
  });
};
