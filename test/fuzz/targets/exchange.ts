import { deepStrictEqual } from 'node:assert';
import { readTbx } from '#translation/exchange/tbx/read-tbx.ts';
import { writeTbx } from '#translation/exchange/tbx/write-tbx.ts';
import { readTmx } from '#translation/exchange/tmx/read-tmx.ts';
import { writeTmx } from '#translation/exchange/tmx/write-tmx.ts';
import { readXliff } from '#translation/exchange/xliff/read-xliff.ts';
import { writeXliff1 } from '#translation/exchange/xliff/write-xliff-1.ts';
import { writeXliff2 } from '#translation/exchange/xliff/write-xliff-2.ts';
import { document, richUnit, unit } from '../../exchange/support/documents.ts';
import { whole } from '../../exchange/support/files.ts';
import { bytesOf, drained, inPieces, type Target, usualSteps } from '../target.ts';

const marks = [
  ...['<', '>', '&', '&amp;', '&x;', '&#0;', '&#x110000;', '"', "'", '<![CDATA[', ']]>', '<!--', '-->', '<?x?>'],
  ...['<!DOCTYPE x [<!ENTITY a "b">]>', '\u0000', '\ufeff', '<x xmlns="urn:x">', ' constructor="1"', '<__proto__/>'],
];
const codes = /^exchange-/;
const steps = usualSteps;
const sent = document([richUnit, unit({ id: 'u2' })]);

const xliff: Target = {
  name: 'xliff',
  samples: async () => [bytesOf(await whole(writeXliff2(sent, [sent]))), bytesOf(await whole(writeXliff1([sent])))],
  words: [
    ...marks,
    ...[
      '<unit id="1">',
      '</unit>',
      '<segment>',
      '</segment>',
      '<source>',
      '</source>',
      '<target>',
      '</target>',
      '<ph/>',
    ],
    ...[
      '<pc id="1">',
      '</pc>',
      '<ec startRef="1"/>',
      '<sc id="1"/>',
      '<mrk id="1">',
      '<g id="1">',
      '<x id="1"/>',
      '<bpt>',
    ],
    ...[
      '<group>',
      '<file>',
      '</file>',
      ' version="2.1"',
      ' xml:lang="vi"',
      ' state="final"',
      ' subState="x:y"',
      '<notes>',
    ],
  ],
  ...{ codes, steps },
  read: (bytes) => drained(readXliff(inPieces(bytes))),
};

const entry = {
  variants: [
    { locale: 'en', content: richUnit.source } as const,
    { locale: 'fr', content: richUnit.target ?? [] } as const,
  ],
  ...{ props: [{ type: 'x', text: 'y' }], notes: ['n'], id: 't', createdAt: '2026-01-01T00:00:00Z' },
};

const tmx: Target = {
  name: 'tmx',
  samples: async () => [bytesOf(await whole(writeTmx({ createdAt: '2026-11-27T00:00:00Z' }, [entry])))],
  words: [
    ...marks,
    ...[
      '<tu>',
      '</tu>',
      '<tuv xml:lang="vi">',
      '</tuv>',
      '<seg>',
      '</seg>',
      '<bpt i="1">',
      '<ept i="1">',
      '<ph/>',
      '<hi>',
    ],
    ...['<ut>', '<sub>', '<prop type="x">', '<note>', ' tuid="1"', ' lang="zh-CN"', ' creationdate="20260101T000000Z"'],
  ],
  ...{ codes, steps },
  read: async (bytes) => {
    const entries = (await drained(readTmx(inPieces(bytes)))).flatMap((read) => read.entry ?? []);
    const written = await whole(writeTmx({ createdAt: '2026-11-27T00:00:00Z' }, entries));
    const again = (await drained(readTmx([bytesOf(written)]))).map((read) => read.entry?.variants.length);
    deepStrictEqual(
      again,
      entries.map(({ variants }) => variants.length),
    );
  },
};

const concept = {
  ...{ id: '1', kind: 'place' as const, definition: 'd' },
  forms: [
    { locale: 'vi', term: 'chợ', status: 'approved', stops: true, note: 'n', validFrom: '2026-01-01' } as const,
    { locale: 'zh', term: '市场', traditional: '市場', status: 'forbidden', stops: false, reason: 'r' } as const,
  ],
};
const header = { title: 't', locale: 'en' } as const;

const tbx: Target = {
  name: 'tbx',
  samples: async () => [
    bytesOf(await whole(writeTbx(header, [concept]))),
    bytesOf(await whole(writeTbx(header, [concept], 2))),
  ],
  words: [
    ...marks,
    ...[
      '<conceptEntry id="1">',
      '</conceptEntry>',
      '<termEntry>',
      '<langSec xml:lang="vi">',
      '</langSec>',
      '<langSet>',
    ],
    ...[
      '<termSec>',
      '<tig>',
      '<ntig>',
      '<term>',
      '</term>',
      '<termNote type="administrativeStatus">',
      '<descrip>',
      '<admin>',
    ],
  ],
  ...{ codes, steps },
  read: async (bytes) => {
    const concepts = (await drained(readTbx(inPieces(bytes)))).flatMap((read) => read.concept ?? []);
    const again = await drained(readTbx([bytesOf(await whole(writeTbx(header, concepts)))]));
    deepStrictEqual(
      again.map((read) => read.concept?.forms.length),
      concepts.map(({ forms }) => forms.length),
    );
  },
};

export const exchangeTargets: readonly Target[] = [xliff, tmx, tbx];
