import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readEmbedded } from '#media/metadata/embedded.ts';
import { embeddedOf } from '#media/metadata/embedded-file.ts';
import { withIim } from '#media/metadata/iim-write.ts';
import { photo, photosFound } from './support/photos.ts';
import { flag } from './support/pictures.ts';
import { textsOf } from './support/said.ts';

const packet = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
  xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Headline="Chợ Bến Thành" photoshop:DateCreated="1968-02"/></rdf:RDF>`;

describe('files of our own', () => {
  test.each(['jpeg', 'png', 'webp', 'tiff', 'avif'] as const)('%s: its XMP is read', async (format) => {
    const bytes = await flag(60, 40).withXmp(packet).toFormat(format).toBuffer();
    expect(textsOf(await embeddedOf(bytes))).toMatchObject({ headline: ['Chợ Bến Thành'], created: ['1968-02'] });
  });

  test.each(['jpeg', 'png', 'webp'] as const)('%s: its EXIF is read, and its position is not', async (format) => {
    const bytes = await flag(60, 40)
      .withExif({
        IFD0: { Artist: 'Nguyen Van A', Copyright: 'Ben Thanh' },
        IFD2: { DateTimeOriginal: '1999:05:25 21:00:09', BodySerialNumber: 'CANARY' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 46/1 20/1' },
      })
      .toFormat(format)
      .toBuffer();
    expect(textsOf(await embeddedOf(bytes))).toEqual({
      creator: ['Nguyen Van A'],
      notice: ['Ben Thanh'],
      created: ['1999-05-25T21:00'],
    });
  });

  test('jpeg: its IPTC-IIM is read', async () => {
    const bytes = withIim(await flag(60, 40).jpeg().toBuffer(), { title: 'Chợ', creator: 'Nguyễn Văn A' });
    expect(textsOf(await embeddedOf(bytes))).toEqual({ title: ['Chợ'], creator: ['Nguyễn Văn A'] });
  });

  test('megabytes of metadata are cut off, and the rest is read', async () => {
    const large = packet.replace('<rdf:Description', `<!-- ${'x'.repeat(1_500_000)} --><rdf:Description`);
    const xmp = Buffer.from(large);
    const header = { ...(await sharp(await flag(60, 40).jpeg().toBuffer()).metadata()), xmp };
    const withTitle = { ...header, iptc: Buffer.from([0x1c, 2, 5, 0, 1, 0x41]) };
    const record = readEmbedded(withTitle);
    expect(record.unreadable).toEqual(['xmp']);
    expect(textsOf(record)).toEqual({ title: ['A'] });
  });
});

/** Looked up by hand with ExifTool 13.59; what is not named here, the file does not say. */
const known: [path: string, texts: Record<string, unknown>][] = [
  ['Canon_40D_photoshop_import.jpg', {}],
  [
    'long_description.jpg',
    {
      title: ['x-default: 030904-A-2140D-006'],
      headline: ['Enduring Freedom'],
      caption: [expect.stringMatching(/^x-default: Operation Mountain Viper put the soldiers of A Company, 2nd/)],
      creator: ['SSG KYLE DAVIS'],
      credit: ['HHC 1ST BCT, 10TH MOUNTAIN'],
      placeCreated: ['KANDAHAR ARMY AIRFIELD, DAYCHOPAN, Afghanistan'],
      created: ['2003-08-31'],
      digitised: ['2005-12-17T22:03Z'],
    },
  ],
  [
    'xmp/BlueSquare.jpg',
    {
      title: ['x-default: Blue Square Test File - .jpg'],
      caption: ['x-default: XMPFiles BlueSquare test file, created in Photoshop CS2, saved as .psd, .jpg, and .tif.'],
      keywords: ['XMP', 'Blue Square', 'test file', 'Photoshop', '.jpg'],
      digitised: ['2005-09-07T15:07-07:00'],
    },
  ],
  [
    'tests/30-type_error.jpg',
    {
      notice: ['x-default: Francisco Gonzalez'],
      created: ['2013-07-05T03:18Z'],
      digitised: ['2013-07-05T03:18Z'],
    },
  ],
  [
    'exif-org/kodak-dc240.jpg',
    {
      notice: ['KODAK DC240 ZOOM DIGITAL CAMERA'],
      created: ['1999-05-25T21:00'],
      digitised: ['1999-05-25T21:00'],
    },
  ],
  ['exif-org/nikon-e950.jpg', { created: ['2001-04-06T11:51'], digitised: ['2001-04-06T11:51'] }],
  ['hdr/iphone_hdr_YES.jpg', { created: ['2015-04-10T20:12'], digitised: ['2015-04-10T20:12'] }],
  ['mobile/jolla.jpg', { created: ['2014-09-21T16:00+02:00'] }],
  ['tiff/DudleyLeavittUtah.tiff', { creator: ['Russell Leavitt'] }],
  ['tiff/Arbitro.tiff', {}],
  ['invalid/image00971.jpg', { digitised: ['2010-04-13T09:37+02:00'] }],
  ['orientation/landscape_1.jpg', {}],
];

describe.skipIf(!photosFound)('files of real cameras and programs', () => {
  test.each(known)('%s says what it says, and contradicts itself nowhere', async (path, texts) => {
    const record = await embeddedOf(photo(path));
    expect(textsOf(record)).toEqual(texts);
    expect(record.unreadable).toEqual([]);
    expect(Object.values(record.values).flatMap(({ differing }) => differing)).toEqual([]);
  });
});
