import { expect, it } from 'vitest';
import type { Road } from './road.ts';
import { rights, showing } from './shown.ts';

const told = {
  vi: 'Được dùng cho: trang web và in ấn. Không được dùng cho: mạng xã hội và mục đích thương mại. Chỉ tại: Việt Nam, Lào và ASEAN.',
  en: 'Allowed: web and print. Not allowed: social media and commercial use. Only in: Vietnam, Laos, and ASEAN.',
};

/** What a picture may be used for, and where, from the studio to the public. @param road once it is open */
export const usesAreTold = (road: () => Road): void => {
  const { make, set, show, consentOf } = showing(road);
  const textOf = async (path: string) =>
    Buffer.from(await (await road().node.get(path)).arrayBuffer()).toString('utf8');

  it('what a picture may be used for, and where, is told with it everywhere, in the language asked for and in its files', async () => {
    const limits = { uses: ['print', 'web'], territories: ['Việt Nam', 'LA', 'ASEAN'] };
    const record = await make('rights', { name: 'Giới hạn', rights, credit: 'C', terms: 'Ghi nguồn', ...limits });
    const shown = await show('Hạn', { rightsRecord: record });
    const path = `/api/images/${shown.picture.id}?locale`;
    await set(`${path}=en`, { title: 'Limited', alt: 'Limited' });
    await road().arrived();
    const imageIn = async (locale: string) => (await road().read(`/v1/${locale}/images/${shown.id}`)).body.data;
    const [uses, codes] = [
      ['web', 'print'],
      ['VN', 'LA', null],
    ];
    const named = (...names: string[]) => names.map((name, index) => ({ code: codes[index] ?? null, name }));
    const vi = { uses, territories: named('Việt Nam', 'Lào', 'ASEAN'), usageText: told.vi };
    expect(await imageIn('vi')).toMatchObject(vi);
    const en = { uses, territories: named('Vietnam', 'Laos', 'ASEAN'), usageText: told.en };
    expect(await imageIn('en')).toMatchObject(en);
    const { data: list } = (await road().read('/v1/en/images?limit=100')).body;
    expect(list.find(({ id }: { id: string }) => id === shown.id)).toMatchObject(en);
    const { data: story } = (await road().read(`/v1/vi/articles/${shown.story.slug}`)).body;
    expect(story.cover).toMatchObject(vi);
    const { metadata } = (await road().read(`/iiif/3/${shown.id}/manifest.json`)).body;
    const lines = metadata.map(({ label, value }: { label: { en: string[] }; value: object }) => [label.en[0], value]);
    expect(Object.fromEntries(lines)).toMatchObject({
      Uses: { en: [told.en.replace(/ Only.*/, '')] },
      Territories: { 'zh-Hans': ['越南', '老挝', 'ASEAN'] },
    });
    const { sources } = await imageIn('vi');
    const files = [new URL(sources.at(-1).href).pathname, `/iiif/3/${shown.id}/0,0,512,512/max/0/default.jpg`];
    for (const file of files) expect(await textOf(file)).toContain(`Ghi nguồn\n${told.vi}`);

    const consent = await consentOf('Chỉ trang web', { uses: ['web', 'social'] });
    await set(`${path}=vi`, { people: 'released', consents: [consent] });
    await road().arrived();
    expect((await imageIn('vi')).uses).toEqual(['web']);
    await set(`${path}=vi`, { people: 'none', consents: [] });
    await set(`/api/rights/${record}?locale=vi`, { uses: [], territories: [] });
    await road().arrived();
    expect(await imageIn('vi')).toMatchObject({ uses: null, territories: null, usageText: null });
    for (const file of (await imageIn('vi')).sources)
      expect(await textOf(new URL(file.href).pathname)).not.toContain('Được dùng cho');
  });
};
