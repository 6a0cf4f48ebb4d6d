import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { xmlText } from '../../../../test/exchange/support/contents.ts';
import { all, bytesOf, whole } from '../../../../test/exchange/support/files.ts';
import { schemasFound, tbx3 } from '../../../../test/exchange/support/schemas.ts';
import type { Concept, TermForm } from '../../terms/concept.ts';
import { readTbx } from './read-tbx.ts';
import type { TbxVersion } from './vocabulary.ts';
import { writeTbx } from './write-tbx.ts';

const write = (concepts: readonly Concept[], version?: TbxVersion) =>
  whole(writeTbx({ title: 'Names', locale: 'en' }, concepts, version));
const read = (text: string) => all(readTbx(bytesOf(text)));

const hall: Concept = {
  id: '42',
  kind: 'office',
  definition: 'The office that runs the city',
  forms: [
    { locale: 'vi', term: 'Ủy ban nhân dân Thành phố', status: 'approved', stops: false },
    {
      ...{ locale: 'en', term: 'People’s Committee', status: 'approved', source: '1369/QĐ-UBND', stops: true },
      ...{ validFrom: '2025-07-01', validUntil: '2030-12-31', note: 'In full at first mention' },
    },
    { locale: 'en', term: 'City Hall', status: 'forbidden', reason: 'No such office', stops: true },
    { locale: 'en', term: 'Town Committee', status: 'obsolete', stops: false, note: 'benthanh:stops yes' },
    { locale: 'zh', term: '市人民委员会', status: 'allowed', stops: false },
  ],
};

const trimmed = xmlText.map((text) => text.trim()).filter((text) => text !== '');
const anyDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Only Chinese has a traditional form. */
const fitting = ({ traditional, ...form }: TermForm): TermForm =>
  form.locale === 'zh' && traditional !== undefined ? { ...form, traditional } : form;

const drawnForm: fc.Arbitrary<TermForm> = fc.record(
  {
    locale: fc.constantFrom('vi', 'en', 'fr', 'zh'),
    term: trimmed.map((text) => text.replace(/\s+/gu, ' ').trim()).filter((text) => text !== ''),
    status: fc.constantFrom('approved', 'allowed', 'forbidden', 'obsolete'),
    ...{
      reason: trimmed,
      traditional: trimmed,
      note: trimmed,
      source: trimmed,
      validFrom: anyDate,
      validUntil: anyDate,
      stops: fc.boolean(),
    },
  },
  { requiredKeys: ['locale', 'term', 'status', 'stops'] },
);

const anyForm = drawnForm.map(fitting);

/** Forms of a language stand together in a file. */
const grouped = (forms: readonly TermForm[]): TermForm[] =>
  [...Map.groupBy(forms, ({ locale }) => locale).values()].flat();

const anyConcept: fc.Arbitrary<Concept> = fc.record(
  {
    id: fc.string({ minLength: 1, unit: 'binary', maxLength: 8 }).map((id) => id.toWellFormed()),
    kind: fc.constantFrom('office', 'street', 'post', 'person', 'event', 'slogan', 'term', 'place'),
    definition: trimmed,
    forms: fc.array(anyForm, { minLength: 1, maxLength: 5 }).map(grouped),
  },
  { requiredKeys: ['id', 'kind', 'forms'] },
);

describe.each([3, 2] as const)('TBX of version %i', (version) => {
  test('gives back what was written', async () => {
    expect(await read(await write([hall], version))).toEqual([{ concept: hall, ours: true, problems: [] }]);
  });

  test('gives back any concept', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyConcept, { selector: ({ id }) => id, maxLength: 3 }), async (concepts) => {
        expect((await read(await write(concepts, version))).map(({ concept }) => concept)).toEqual(concepts);
      }),
      { numRuns: 200 },
    );
  });

  test('says of a foreign file that its ids are not ours', async () => {
    const text = (await write([hall], version)).replace('urn:benthanh:terms:1', 'Terms of another house');
    expect(await read(text)).toMatchObject([{ concept: { id: 'c-42' }, ours: false }]);
  });
});

const namespaces =
  'xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"';
const header = '<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>';

describe('TBX of other tools', () => {
  test('may say its categories by elements', async () => {
    const text = `<tbx type="TBX-Basic" style="dct" xml:lang="en" ${namespaces}>${header}<text><body>
      <conceptEntry id="e1"><min:subjectField>street</min:subjectField>
       <langSec xml:lang="en-GB"><descripGrp><basic:definition>A street</basic:definition></descripGrp>
        <termSec><term>
          Dong Khoi
          Street</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
          <basic:source>Decree</basic:source></termSec>
        <termSec><term>Rue Catinat</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
       </langSec>
       <langSec xml:lang="de"><termSec><term>Straße</term></termSec></langSec></conceptEntry></body></text></tbx>`;
    const [first] = await read(text);
    expect(first?.concept).toEqual({
      ...{ id: 'e1', kind: 'street', definition: 'A street' },
      forms: [
        { locale: 'en', term: 'Dong Khoi Street', status: 'approved', source: 'Decree', stops: false },
        { locale: 'en', term: 'Rue Catinat', status: 'obsolete', stops: false },
      ],
    });
    expect(first?.problems).toMatchObject([{ code: 'language-unknown', about: 'de', unit: 'e1', line: 10 }]);
  });

  test('may be of the version before, with a document type', async () => {
    const text = `<?xml version='1.0'?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
      <martif type="TBX" xml:lang="en"><martifHeader><fileDesc/></martifHeader><text><body><termEntry id="c-1">
      <langSet xml:lang="vi"><tig><term>chợ</term></tig><tig><term>cái chợ</term></tig></langSet>
      <langSet xml:lang="fr"><ntig><termGrp><term>halle</term><termNote type="administrativeStatus">forbidden</termNote></termGrp>
        <note>old</note><note>rare</note></ntig></langSet></termEntry></body></text></martif>`;
    const [first] = await read(text);
    expect(first).toEqual({
      ours: false,
      problems: [],
      concept: {
        ...{ id: 'c-1', kind: 'term' },
        forms: [
          { locale: 'vi', term: 'chợ', status: 'approved', stops: false },
          { locale: 'vi', term: 'cái chợ', status: 'allowed', stops: false },
          { locale: 'fr', term: 'halle', status: 'forbidden', note: 'old\nrare', stops: false },
        ],
      },
    });
  });

  test('may hold a concept of which nothing is of use here', async () => {
    const text = `<tbx type="TBX-Basic" style="dca" xml:lang="de" ${namespaces}>${header}<text><body>
      <conceptEntry id="e1"><langSec xml:lang="vi"><termSec><term> </term></termSec></langSec></conceptEntry></body></text></tbx>`;
    expect(await read(text)).toMatchObject([
      { concept: null, problems: [{ code: 'concept-empty', unit: 'e1', line: 2 }] },
    ]);
  });
});

describe.skipIf(!schemasFound)('TBX against the published schema', () => {
  test('is valid, whatever the concepts say', async () => {
    const concepts = fc
      .sample(anyConcept, { numRuns: 20, seed: 3 })
      .map((one, index) => ({ ...one, id: `${one.id}${index}` }));
    expect(await tbx3()(await write([hall, ...concepts]))).toEqual([]);
  });

  test('is valid without any concept', async () => {
    expect(await tbx3()(await write([]))).toEqual([]);
  });

  test('is refused where it is not valid', async () => {
    expect(await tbx3()((await write([hall])).replace('type="administrativeStatus"', ''))).not.toEqual([]);
  });
});
