import { deepStrictEqual } from 'node:assert';
import { readManifest } from '#editorial/archive/manifest.ts';
import { readCsv } from '#translation/terms/read-csv.ts';
import { writeCsv } from '#translation/terms/write-csv.ts';
import { bytesOf, type Target, textOf, usualSteps } from '../target.ts';

const marks = [
  ...[
    ',',
    ';',
    '\t',
    '"',
    '""',
    '\n',
    '\r\n',
    '\r',
    '\ufeff',
    "'=",
    '=1+1',
    '|',
    '\u0000',
    '\u2028',
    '  ',
    '__proto__',
  ],
  ...['constructor', 'toString', 'hasOwnProperty'],
];

const rows = `concept,kind,language,term,status,reason,note,stops,validFrom,validUntil,traditional,definition
cho,place,vi,chợ,approved,,"a ""b"", c",yes,2026-01-01,,,d
cho,place,zh,市场,forbidden,r,,no,,2026-02-01,市場,d
`;

/** What a table says of official names. */
const namesCsv: Target = {
  name: 'names-csv',
  samples: () => [bytesOf(rows), bytesOf(rows.replaceAll(',', ';')), bytesOf(rows.replaceAll(',', '\t'))],
  words: [...marks, 'concept', 'kind', 'place', 'vi', 'zh', 'approved', 'yes', '2026-02-29', 'stops'],
  codes: /^names-(file|column|cell)-/,
  steps: usualSteps,
  read: (bytes) => {
    const concepts = readCsv(textOf(bytes));
    const again = readCsv(writeCsv(concepts));
    deepStrictEqual(again, concepts);
  },
};

const described = `file,title.vi,title.en,credit,topics,album,takenOn,keywords
a.jpg,Chợ,Market,An,x|y,a;b,2018,k|l
b.jpg,"Một ""hai""",,,,,,
`;

const manifest: Target = {
  name: 'picture-manifest',
  samples: () => [
    Buffer.concat([Buffer.from([0]), bytesOf(described)]),
    Buffer.concat([
      Buffer.from([1]),
      bytesOf('[{"file":"a.jpg","title.vi":"Chợ","topics":["x","y"]},{"file":"b.jpg"}]'),
    ]),
  ],
  words: [...marks, 'file', 'title.zh', '[', ']', '{', '}', '":', '"file":"a"', '\\ud800', 'topics'],
  codes: /^manifest-/,
  steps: usualSteps,
  read: (bytes) => readManifest(bytes.subarray(1), (bytes[0] ?? 0) % 2 === 0 ? 'm.csv' : 'm.json'),
};

export const tableTargets: readonly Target[] = [namesCsv, manifest];
