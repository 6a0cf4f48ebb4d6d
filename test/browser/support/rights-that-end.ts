import type { Caller } from '../../support/studio-caller.ts';

const day = 24 * 60 * 60 * 1000;
const inDays = (days: number): string => new Date(Date.now() + days * day).toISOString();

const must = ({ status, body }: { status: number; body: unknown }, path: string): void => {
  if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
};

/** Papers of the demo that end soon: a contract under one of its pictures, a consent under another. @returns id of the consent */
export const writeRightsThatEnd = async (curator: Caller): Promise<string> => {
  const make = async (collection: string, data: object): Promise<string> => {
    const answer = await curator.post(`/api/${collection}?locale=vi&depth=0`, data);
    must(answer, collection);
    return answer.body.doc.id;
  };
  const put = async (title: string, data: object): Promise<void> => {
    const found = `where[title][equals]=${encodeURIComponent(title)}&limit=1&depth=0&locale=vi`;
    const { id, revision } = (await curator.get(`/api/images?${found}`)).body.docs[0];
    must(await curator.patch(`/api/images/${id}?locale=vi&depth=0`, { ...data, revision }), title);
  };
  const contract = { name: 'Hợp đồng ảnh Tết 2025', holder: 'Kho Ảnh thành phố', validUntil: inDays(6) };
  await put('Chợ hoa Tết', { rightsRecord: await make('rights', contract) });
  const consent = await make('consents', {
    ...{ person: 'Bà Trần Thị Sáu', kind: 'adult', signedOn: '2026-03-02', document: '12/2026/GĐY' },
    ...{ uses: ['web', 'print', 'social'], validUntil: inDays(20), note: 'Chủ tiệm may, ký tại tiệm.' },
  });
  await put('Tiệm may áo dài', { people: 'released', consents: [consent] });
  return consent;
};
