import { ok } from 'node:assert';
import { zipNameOf } from '#editorial/archive/zip-name.ts';
import { recogniseLegacy } from '#media/metadata/legacy-text.ts';
import { findSecrecy } from '#secrecy/find.ts';
import { judge } from '#translation/machine/judge.ts';
import { toMarked } from '#translation/machine/marked-text.ts';
import { richUnit } from '../../exchange/support/documents.ts';
import { realTexts } from '../samples-beside.ts';
import { bytesOf, type Target, textOf, usualSteps } from '../target.ts';

/** What a machine answers that was asked to translate. */
const machine: Target = {
  name: 'machine-answer',
  samples: () => [bytesOf(toMarked(richUnit.target ?? [])), bytesOf(toMarked(richUnit.source))],
  words: [
    '<g id="1">',
    '</g>',
    '<x id="3"></x>',
    '<x id="3"/>',
    '&#x110000;',
    '&#0;',
    '&amp;',
    '<',
    '>',
    '<script>',
    '市场',
    '\ud83d',
    '<g id="9">',
  ],
  codes: null,
  steps: usualSteps,
  read: (bytes) => {
    const judged = judge(textOf(bytes), { source: richUnit.source, to: 'fr', limit: 500 });
    if (typeof judged !== 'string') ok(judged.filter((piece) => 'code' in piece).length === 5, 'codes of its own');
  },
};

/** Whatever stands in a document, a file name or metadata, as the scan for words of secrecy reads it. */
const secrecy: Target = {
  name: 'words-of-secrecy',
  samples: () =>
    ['Tài liệu TỐI MẬT, không phổ biến', 'T U Y Ệ T  M Ậ T', 'Độ mật: Mật', 'bÝ mËt', ...realTexts()].map(bytesOf),
  words: [
    ...[
      'MẬT',
      'MẬT ',
      'TỐI MẬT, ',
      'TUYỆT MẬT',
      'mat',
      'mật ',
      'M',
      ' ',
      '.',
      '\n',
      'chỉ lưu hành nội bộ',
      'confidential ',
    ],
    ...['SECRET', '机密 ', '\u200b', 'a\u0302', 'MËT', '-', '*', 'bÝ mËt, ', 'Độ mật: '],
  ],
  codes: null,
  steps: usualSteps,
  read: (bytes) => {
    const text = textOf(bytes);
    for (const { start, end } of findSecrecy(text))
      ok(start >= 0 && start < end && end <= text.length, 'a place outside the text');
  },
};

/** Text in encodings of before Unicode, in metadata and in names of files within a ZIP. */
const legacy: Target = {
  name: 'legacy-text',
  samples: () => ['Chî BÕn Thµnh, nh×n tõ ®êng Lª Lîi', 'Nguyeãn Vaên A', 'Chá»£ Báº¿n ThÃ nh', 'Marché'].map(bytesOf),
  words: ['Õ', 'µ', '×', '®', 'aê', 'oà', 'á»£', 'Ã', '\u0301', '\u00ad', '\u0080', ' ', 'nh', 'u7'],
  codes: null,
  steps: usualSteps,
  read: (bytes) => {
    recogniseLegacy(textOf(bytes));
    recogniseLegacy(Buffer.from(bytes).toString('latin1'), 'tcvn3');
    zipNameOf(Buffer.from(bytes), []);
  },
};

export const textTargets: readonly Target[] = [machine, secrecy, legacy];
