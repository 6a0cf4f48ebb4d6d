import { ok } from 'node:assert';
import sharp from 'sharp';
import { type Blocks, readEmbedded } from '#media/metadata/embedded.ts';
import { writeIim } from '#media/metadata/iim-write.ts';
import { rightsExif } from '#media/metadata/rights-exif.ts';
import { rightsXmp } from '#media/metadata/rights-xmp.ts';
import { bytesOf, latin, type Target, usualSteps } from '../target.ts';

const words = {
  ...{ credit: 'An / Bến Thành', creator: 'Nguyễn Văn An', rights: 'https://creativecommons.org/licenses/by/4.0/' },
  ...{ title: { vi: 'Chợ', en: 'Market' }, usageTerms: { en: 'Ask first' } },
};
/** Values of a record: fewer than this, however many a file holds. */
const mostText = 2_000_000;

const blockTarget = (name: string, block: keyof Blocks, of: Pick<Target, 'samples' | 'words'>): Target => ({
  ...{ name, ...of, codes: null, steps: usualSteps },
  read: (bytes) => {
    const record = readEmbedded({ [block]: Buffer.from(bytes) });
    ok(JSON.stringify(record).length < mostText, 'a record without bounds');
  },
});

const exifBlock = async (): Promise<Uint8Array> => {
  const picture = sharp({ create: { width: 4, height: 4, channels: 3, background: '#000' } });
  const jpeg = await picture.withExif(rightsExif(words)).jpeg().toBuffer();
  return (await sharp(jpeg).metadata()).exif ?? new Uint8Array();
};

export const metadataTargets: readonly Target[] = [
  blockTarget('xmp', 'xmp', {
    samples: () => [bytesOf(rightsXmp(words))],
    words: [
      ...[
        '<',
        '>',
        '&',
        '&#0;',
        '&x;',
        '<rdf:li>',
        '</rdf:li>',
        '<rdf:Bag>',
        '<rdf:Alt>',
        '<rdf:Seq>',
        '<!DOCTYPE x>',
        '<![CDATA[',
      ],
      ...[
        ' xml:lang="vi"',
        ' rdf:parseType="Resource"',
        '<dc:title>',
        '<dc:creator>',
        '<photoshop:DateCreated>',
        '1968-02',
        'HuÕ',
      ],
      ...['<rdf:Description>', '<?xpacket?>', '\ufeff', '\u0000', ' rdf:resource="x"', ' xmlns:dc="urn:x"'],
    ],
  }),
  blockTarget('iptc', 'iptc', {
    samples: () => [
      writeIim({ title: 'Chợ', caption: 'Một', creator: 'An', credit: 'An', notice: 'n', date: '19680200' }),
    ],
    words: latin(
      '\x1c\x02\x05\0\x03abc',
      '\x1c\x01\x5a\0\x03\x1b%G',
      '\x1c\x02\x78\x80\x04',
      '8BIM\x04\x04\0\0',
      '8BIM',
      '\x1c\x02\x19\0\x01',
      'HuÕ',
      'nh×n tõ',
      '19680231',
      '\0',
    ),
  }),
  blockTarget('exif', 'exif', {
    samples: async () => [await exifBlock()],
    words: latin(
      'Exif\0\0',
      'II*\0\x08\0\0\0',
      'MM\0*\0\0\0\x08',
      '\x69\x87\x04\0\x01\0\0\0',
      '\x02\0',
      '\xff\xff\xff\xff',
      '\x0e\x01\x02\0',
      '2004:01:01 10:00:00',
    ),
  }),
];
