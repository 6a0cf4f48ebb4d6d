import { describe, expect, test } from 'vitest';
import { document, unit } from '../../../../test/exchange/support/documents.ts';
import { all, bytesOf, failureOf, whole } from '../../../../test/exchange/support/files.ts';
import type { ReadDocument } from '../document.ts';
import { holdAgainst } from '../hold-against.ts';
import { usualLimits } from '../xml/limits.ts';
import { readXliff } from './read-xliff.ts';
import { writeXliff2 } from './write-xliff-2.ts';

const read = (text: string) => all(readXliff(bytesOf(text)));
const bold = (id: string) => ({ code: 'open', id, kind: 'bold' }) as const;
const close = (id: string) => ({ code: 'close', id }) as const;

const xliff2 = (units: string, { version = '2.0', trgLang = 'fr-CA', space = '' } = {}) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:${version}" version="${version}" srcLang="en-US" trgLang="${trgLang}">
<file id="f" original="articles/42?revision=7"${space}>
${units}
</file></xliff>`;

const xliff1 = (units: string) => `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="x" source-language="en" target-language="zh-CN" datatype="plaintext"><body>
${units}
</body></file></xliff>`;

describe('XLIFF 2 of other tools', () => {
  test.each(['2.0', '2.2'])('is read in version %s, unknown modules passed over', async (version) => {
    const text = xliff2(
      `<group id="g" xmlns:x="urn:x"><x:unit id="no"><x:segment/></x:unit>
       <unit id="a" x:own="1"><x:matches><x:source>no</x:source></x:matches>
        <segment><source>One <mrk id="m" type="term"><pc id="1" type="fmt" subType="xlf:b">two</pc></mrk></source>
         <target>Un <pc id="1">deux</pc><cp hex="0007"/></target></segment></unit></group>`,
      { version },
    );
    expect(await read(text)).toMatchObject([
      {
        ...{ collection: 'articles', documentId: '42', sourceRevision: 7, sourceLocale: 'en', targetLocale: 'fr' },
        problems: [],
        units: [{ id: 'a', target: [{ text: 'Un ' }, bold('1'), { text: 'deux' }, close('1'), { text: '\u0007' }] }],
      },
    ]);
  });

  test('may have cut a unit into sentences, in another order, with what is between them', async () => {
    const text = xliff2(
      `<unit id="a"><segment state="reviewed"><source>One.</source><target order="3">Un.</target></segment>
       <ignorable><source> </source></ignorable>
       <segment state="translated"><source>Two.</source><target order="1">Deux.</target></segment></unit>`,
      { space: ' xml:space="preserve"' },
    );
    const [first] = await read(text);
    expect(first?.units).toMatchObject([
      { sourceAsSent: [{ text: 'One. Two.' }], target: [{ text: 'Deux. Un.' }], state: 'translated' },
    ]);
  });

  test('that has translated one sentence of two has translated nothing', async () => {
    const text = xliff2(
      `<unit id="a"><segment><source>One.</source><target>Un.</target></segment><segment><source>Two.</source></segment></unit>`,
    );
    expect(await read(text)).toMatchObject([
      {
        units: [{ id: 'a', target: null, state: 'initial' }],
        problems: [{ code: 'target-partial', unit: 'a', line: 3 }],
      },
    ]);
  });

  test('may lay a text out in lines where white space does not count', async () => {
    const text = xliff2(`<unit id="a"><segment><source>One</source><target>
       Un
       deux  trois
     </target></segment></unit>`);
    expect((await read(text))[0]?.units[0]?.target).toEqual([{ text: 'Un deux  trois' }]);
  });

  test('may write codes apart, and break them: each is named, and no word is lost', async () => {
    const target =
      '<target><sc id="1" type="fmt" subType="xlf:b"/>a<ec startRef="1"/><ph id="2"/>b<ph id="2"/>c<ec startRef="9"/>d<ph id="7"/>e</target>';
    const source = '<sc id="1" type="fmt" subType="xlf:b"/>x<ec startRef="1"/><ph id="2" type="fmt" subType="xlf:lb"/>';
    const text = xliff2(`<unit id="a"><segment><source>${source}</source>\n${target}</segment></unit>`);
    const at = (code: string) => ({ unit: 'a', line: 4, column: target.indexOf(code) + 1 });
    const [first] = await read(text);
    const lineBreak = { code: 'single', id: '2', kind: 'break' };
    expect(first?.units[0]?.target).toEqual([bold('1'), { text: 'a' }, close('1'), lineBreak, { text: 'bcde' }]);
    expect(first?.problems).toEqual([
      { code: 'code-broken', about: '9', ...at('<ec startRef="9"') },
      { code: 'code-doubled', about: '2', ...at('<ph id="2"/>c') },
      { code: 'code-unknown', about: '7', ...at('<ph id="7"') },
    ]);
  });
});

describe('XLIFF 1.2 of other tools', () => {
  test('may have original HTML in its codes, as Drupal’s does, and a source in segments', async () => {
    const text = xliff1(
      `<trans-unit id="1" resname="1"><source>Go <bpt id="1" ctype="x-html-strong">&lt;strong&gt;</bpt>now<ept id="1">&lt;/strong&gt;</ept><x id="2" ctype="lb"/></source>
       <seg-source><mrk mtype="seg" mid="0">Go now</mrk></seg-source>
       <target><mrk mtype="seg" mid="0">去<bpt id="1">&lt;strong&gt;</bpt>吧<ept id="1">&lt;/strong&gt;</ept></mrk><ph id="2">&lt;br /&gt;</ph></target>
       <alt-trans><target>no</target></alt-trans></trans-unit>`,
    );
    expect(await read(text)).toMatchObject([
      {
        ...{ collection: null, sourceLocale: 'en', targetLocale: 'zh' },
        units: [
          {
            ...{ id: '1', state: 'translated', fingerprint: null },
            target: [{ text: '去' }, bold('1'), { text: '吧' }, close('1'), { code: 'single', id: '2', kind: 'break' }],
          },
        ],
        problems: [{ code: 'document-foreign', line: 2, column: 1 }],
      },
    ]);
  });

  test('says by its state or an approval how far a target has come', async () => {
    const states = [
      ['<target state="new">x</target>', '', 'initial'],
      ['<target state="needs-review-translation">x</target>', '', 'translated'],
      ['<target>x</target>', '', 'translated'],
      ['<target>x</target>', ' approved="yes"', 'reviewed'],
      ['<target state="final">x</target>', ' approved="yes"', 'final'],
      ['<target state="x-odd">x</target>', ' approved="no"', 'translated'],
      ['<target state="final"/>', ' approved="yes"', 'initial'],
    ] as const;
    const units = states.map(
      ([target, approved], index) => `<trans-unit id="${index}"${approved}><source>x</source>${target}</trans-unit>`,
    );
    const [first] = await read(xliff1(units.join('')));
    expect(first?.units.map(({ state }) => state)).toEqual(states.map(([, , state]) => state));
  });
});

describe('what cannot be meant', () => {
  test('an id that stands twice: the same words are one unit, different ones are none', async () => {
    const one = (id: string, target: string) =>
      `<unit id="${id}"><segment><source>x</source><target>${target}</target></segment></unit>\n`;
    const [first] = await read(xliff2(one('a', 'x') + one('a', 'x') + one('b', 'x') + one('b', 'y') + one('b', 'x')));
    expect(first?.units.map(({ id }) => id)).toEqual(['a']);
    expect(first?.problems.map(({ code, unit, line }) => [code, unit, line])).toEqual([
      ['unit-doubled', 'a', 4],
      ['unit-doubled', 'b', 6],
      ['unit-doubled', 'b', 7],
    ]);
  });

  test('a unit without an id, a target that says another language, a language of nobody', async () => {
    const [first] = await read(
      xliff2('<unit><segment><source>x</source><target xml:lang="vi">x</target></segment></unit>', { trgLang: 'x' }),
    );
    expect(first?.problems.map(({ code, about }) => [code, about])).toEqual([
      ['language-unknown', 'x'],
      ['language-wrong', undefined],
      ['unit-without-id', undefined],
    ]);
  });

  test('more units than a document can have', async () => {
    const units = ['a', 'b', 'c']
      .map((id) => `<unit id="${id}"><segment><source>x</source></segment></unit>\n`)
      .join('');
    const text = xliff2(units);
    expect(await failureOf(readXliff(bytesOf(text), { ...usualLimits, units: 3 }))).toBeNull();
    expect(await failureOf(readXliff(bytesOf(text), { ...usualLimits, units: 2 }))).toEqual({
      code: 'exchange-too-many-units',
      values: { max: 2, line: 5, column: 1 },
    });
  });

  test('a document twice in one file', async () => {
    const one = document([unit()]);
    const [first, second] = await read(await whole(writeXliff2(one, [one, one])));
    expect([first?.problems, second?.problems]).toMatchObject([[], [{ code: 'document-doubled' }]]);
  });

  test.each([
    ['HTML', '<html><body/></html>', 'exchange-format'],
    [
      'XLIFF of a generation to come',
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:3.0" version="3.0"/>',
      'exchange-format',
    ],
    ['a document type', '<!DOCTYPE xliff SYSTEM "x.dtd"><xliff version="1.2"/>', 'exchange-doctype'],
  ])('%s', async (_, text, code) => {
    expect(await failureOf(readXliff(bytesOf(text)))).toMatchObject({ code, values: { line: 1 } });
  });
});

describe('a document that came back', () => {
  const sent = document([unit({ id: 'a' }), unit({ id: 'b' }), unit({ id: 'c' })]);
  const back = async () => {
    const [first] = await read(await whole(writeXliff2(sent, [sent])));
    if (!first) throw new Error('nothing was read');
    return first;
  };

  test('is held against the store and found good', async () => {
    expect(holdAgainst(sent, await back())).toEqual([]);
  });

  test('may lack a unit, have one that is gone, and one whose source has changed', async () => {
    const units = [unit({ id: 'a', fingerprint: 'new' }), unit({ id: 'b' }), unit({ id: 'd' })];
    expect(holdAgainst({ ...sent, units }, await back())).toMatchObject([
      { code: 'source-changed', unit: 'a' },
      { code: 'unit-unknown', unit: 'c' },
      { code: 'unit-missing', unit: 'd', line: null },
    ]);
  });

  test('may be of another article or in another language', async () => {
    const found = holdAgainst({ ...sent, documentId: '43', targetLocale: 'vi' }, await back());
    expect(found.map(({ code }) => code)).toEqual(['document-foreign', 'language-wrong']);
  });

  test('is not said to lack a unit that stands in it twice', async () => {
    const read = await back();
    const twice: ReadDocument = {
      ...read,
      units: [],
      problems: [{ ...{ code: 'unit-doubled', line: 1, column: 1 }, unit: 'a' } as const],
    };
    expect(holdAgainst(sent, twice).map(({ unit: id }) => id)).toEqual(['b', 'c']);
  });
});
