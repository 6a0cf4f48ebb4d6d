import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pagePolicy } from '#editorial/pages/content-policy.ts';
import type { Stage } from '../support/stage.ts';
import { signIn, type Visit } from '../support/visit.ts';

const found = z.object({ docs: z.array(z.object({ id: z.string() })).min(1) });

/** What somebody might bring into a page, in each way in which a page could run it; then what it was kept from, and what ran. */
const bringIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const kept: string[] = [];
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => kept.push(effectiveDirective));
    /** When it has happened and all that hears of it has run. */
    const after = (thing: EventTarget | null, name: string) =>
      new Promise<void>((done) => thing?.addEventListener(name, () => setTimeout(done, 100)));
    const run = 'globalThis.wasRun = true';
    const place = document.createElement('div');
    document.body.append(place);
    place.innerHTML = `<img src="data:," onerror="${run}"><a href="javascript:${run}">x</a>`;
    const broken = after(place.querySelector('img'), 'error');
    place.querySelector('a')?.click();
    const frame = document.createElement('iframe');
    frame.srcdoc = `<script>parent.wasRun = true</script><script src="/api/users/me"></script>`;
    const loaded = after(frame, 'load');
    place.append(frame);
    await Promise.all([broken, loaded]);
    place.remove();
    return [...kept, ...('wasRun' in globalThis ? ['was run'] : [])];
  });

/** Scripts that stand in a page, and whether each bears the number of its answer. */
const noncesOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.scripts].map(({ nonce, src }) => nonce || `none: ${src}`));

/** Pages run what the studio wrote into them; what people bring is text, and their files are files. */
export const whatAPageMayRun = (stage: () => Stage): void => {
  describe('a page of the studio', () => {
    let article: string;
    let image: string;
    let visit: Visit;
    beforeAll(async () => {
      const editor = await stage().caller('editor');
      const first = async (collection: string) =>
        found.parse((await editor.get(`/api/${collection}?depth=0&limit=1&locale=vi`)).body).docs[0]?.id ?? '';
      [article, image] = [await first('articles'), await first('images')];
      visit = await stage().window();
      await signIn(visit, await stage().member('editor'));
    });
    afterAll(() => visit?.close());

    const ask = (path: string) => visit.page.goto(`${stage().house.studio}${path}`, { waitUntil: 'networkidle' });
    const policyOf = (answer: Awaited<ReturnType<typeof ask>>) => answer?.headers()['content-security-policy'] ?? '';

    it('R17: runs scripts of its own answer alone, on every page, and is kept from nothing that it needs', async () => {
      const places = ['', '/account', '/archive', '/inbox', '/translations', `/collections/articles/${article}`];
      const nonces = new Set<string>();
      for (const place of [...places, `/translate/articles/${article}/fr`, '/nowhere/at/all']) {
        const policy = policyOf(await ask(`/admin${place}`));
        const nonce = /'nonce-([\w-]{24})'/.exec(policy)?.[1] ?? '';
        expect(policy, place).toBe(pagePolicy(nonce));
        nonces.add(nonce);
        const borne = await noncesOn(visit.page);
        expect(borne.filter((one) => one === nonce).length, place).toBeGreaterThan(3);
        // What those load in turn bears none
        expect(
          borne.filter((one) => one !== nonce && !one.includes('/_next/static/')),
          place,
        ).toEqual([]);
      }
      expect(nonces.size).toBe(places.length + 2);
      expect(visit.complaints).toEqual([]);
    });

    it('R17: leads from an address that is none to the desk', async () => {
      await visit.page.goto(`${stage().house.studio}/there-is-no-such-page`);
      await visit.page.waitForURL('**/admin');
      expect(visit.complaints).toEqual([]);
    });

    it('R17: is a preview without any script, which shows its pictures', async () => {
      const answer = await ask(`/api/preview/articles/${article}`);
      expect(policyOf(answer)).toMatch(/^default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'/);
      await visit.page.getByRole('heading').first().waitFor();
      expect(await visit.page.locator('script').count()).toBe(0);
      for (const img of await visit.page.locator('img').all())
        await img.evaluate((one) => (one as HTMLImageElement).decode());
      expect(visit.complaints).toEqual([]);
    });

    it('R17: shows a file of a picture in an origin of its own, and gives the file itself to keep', async () => {
      const { page } = visit;
      const answer = await ask(`/api/images/${image}/file?width=320`);
      expect(answer?.headers()).toMatchObject({
        'content-type': 'image/webp',
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
      });
      expect(await page.evaluate(() => [self.origin, document.images[0]?.naturalWidth])).toEqual(['null', 320]);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.goto(`${stage().house.studio}/api/images/${image}/file`).catch(() => null),
      ]);
      expect(await download.failure()).toBeNull();
    });

    it('R16: keeps who has signed in from every script, and from every other site', async () => {
      await ask('/admin');
      const session = (await visit.page.context().cookies()).filter(({ httpOnly }) => httpOnly);
      const told = session.map(({ name, sameSite, path }) => [name, sameSite, path]);
      expect(told).toEqual([['payload-token', 'Strict', '/']]);
      expect(await visit.page.evaluate(() => document.cookie)).not.toContain('payload-token');
    });

    it('R17: runs nothing that somebody brings into it', async () => {
      const kept = await bringIn(visit.page);
      expect(kept).not.toContain('was run');
      expect(new Set(kept)).toEqual(new Set(['script-src-attr', 'script-src-elem']));
    });
  });
};
