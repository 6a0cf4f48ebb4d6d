type Colour = readonly [red: number, green: number, blue: number];

/** One file of the shared photographs, as looked at by eye and with ExifTool 13.59. */
export interface RealPhotograph {
  /** What is to be seen on it. */
  readonly seen: string;
  readonly width: number;
  readonly height: number;
  readonly type?: string;
  /** A colour at fractions of width and height of the picture as it is shown. */
  readonly colour?: readonly [x: number, y: number, colour: Colour];
  /** What its record says; the title is else the name of the file. */
  readonly record?: Readonly<Record<string, string>>;
  /** What else its record says (decision 0022); the date digitised stands in `says`. */
  readonly more?: Readonly<Record<string, string | readonly string[]>>;
  /** Everything that it says of itself, by property. */
  readonly says: Readonly<Record<string, readonly string[]>>;
}

const at = (moment: string) => ({ created: [moment], digitised: [moment] });
const on = (day: string) => ({ takenOn: day });

/** By path in the shared folder. */
export const realPhotographs: Readonly<Record<string, RealPhotograph>> = {
  'Canon_40D_photoshop_import.jpg': { seen: 'a green lizard on a trunk, tiny', width: 100, height: 77, says: {} },
  'exif-org/canon-ixus.jpg': {
    ...{ seen: 'a bride between two men before a brick house', width: 640, height: 480 },
    ...{ colour: [0.48, 0.75, [220, 221, 232]], record: on('2001-06-09'), says: at('2001-06-09T15:17') },
  },
  'exif-org/kodak-dc240.jpg': {
    ...{ seen: 'a greyhound asleep on a carpet', width: 640, height: 480, record: on('1999-05-25') },
    more: { copyright: 'KODAK DC240 ZOOM DIGITAL CAMERA' },
    says: { notice: ['KODAK DC240 ZOOM DIGITAL CAMERA'], ...at('1999-05-25T21:00') },
  },
  'exif-org/nikon-e950.jpg': {
    ...{ seen: 'a field gun on a lawn before white arches', width: 800, height: 600 },
    ...{ record: on('2001-04-06'), says: at('2001-04-06T11:51') },
  },
  'exif-org/sony-d700.jpg': {
    ...{ seen: 'two men and a child at a counter', width: 672, height: 512 },
    ...{ colour: [0.7, 0.8, [210, 172, 135]], record: on('1998-12-01'), says: at('1998-12-01T14:22') },
  },
  'gps/DSCN0010.jpg': {
    ...{ seen: 'a hillside with houses behind an autumn tree', width: 640, height: 480 },
    ...{ record: on('2008-10-22'), says: at('2008-10-22T16:28') },
  },
  'gps/DSCN0012.jpg': {
    ...{ seen: 'an avenue of plane trees with fallen leaves', width: 640, height: 480 },
    ...{ record: on('2008-10-22'), says: at('2008-10-22T16:29') },
  },
  'gps/DSCN0021.jpg': {
    ...{ seen: 'a bench and a white monument in a park', width: 640, height: 480 },
    ...{ record: on('2008-10-22'), says: at('2008-10-22T16:38') },
  },
  'hdr/iphone_hdr_YES.jpg': {
    ...{ seen: 'wisteria in bloom', width: 3264, height: 2448 },
    ...{ record: on('2015-04-10'), says: at('2015-04-10T20:12') },
  },
  'heic/IMG_5195.HEIC': {
    ...{ seen: 'violet flowers on a forest floor, upright', width: 2566, height: 3313, type: 'image/heic' },
    ...{ colour: [0.35, 0.72, [211, 148, 252]], record: on('2021-04-11'), says: at('2021-04-11T15:47') },
  },
  'invalid/image00971.jpg': {
    ...{ seen: 'an advertisement: Qualität zahlt sich für Sie aus', width: 636, height: 227 },
    says: { digitised: ['2010-04-13T09:37+02:00'] },
  },
  'invalid/image01088.jpg': {
    ...{ seen: 'three badges of test winners', width: 425, height: 120 },
    says: { digitised: ['2010-04-13T09:37+02:00'] },
  },
  'invalid/image01551.jpg': {
    ...{ seen: 'a red badge: Getestet.de, Testsieger', width: 61, height: 58, colour: [0.15, 0.75, [192, 9, 8]] },
    says: { digitised: ['2011-09-23T12:43Z'] },
  },
  'long_description.jpg': {
    ...{ seen: 'soldiers walking to a helicopter in dust, tiny', width: 100, height: 73 },
    record: {
      ...{ title: '030904-A-2140D-006', credit: 'HHC 1ST BCT, 10TH MOUNTAIN' },
      ...{ creator: 'SSG KYLE DAVIS', takenOn: '2003-08-31' },
    },
    more: {
      headline: 'Enduring Freedom',
      placeCreated: 'KANDAHAR ARMY AIRFIELD, DAYCHOPAN, Afghanistan',
    },
    says: {
      title: ['030904-A-2140D-006'],
      headline: ['Enduring Freedom'],
      caption: [
        'Operation Mountain Viper put the soldiers of A Company, 2nd Battalion 22nd Infantry Division, 10th Mountain in the Afghanistan province of Daychopan to search for Taliban and or weapon caches that could be used against U.S. and allied forces. Soldiers quickly walk to the ramp of the CH-47 Chinook cargo helicopter that will return them to Kandahar Army Air Field.  (U.S. Army photo by Staff Sgt. Kyle Davis) (Released)',
      ],
      creator: ['SSG KYLE DAVIS'],
      credit: ['HHC 1ST BCT, 10TH MOUNTAIN'],
      placeCreated: ['KANDAHAR ARMY AIRFIELD, DAYCHOPAN, Afghanistan'],
      created: ['2003-08-31'],
      digitised: ['2005-12-17T22:03Z'],
    },
  },
  'mobile/jolla.jpg': {
    ...{ seen: 'an autumn leaf from near', width: 3264, height: 2448, colour: [0.15, 0.7, [237, 173, 64]] },
    ...{ record: on('2014-09-21'), says: { created: ['2014-09-21T16:00+02:00'] } },
  },
  'orientation/landscape_1.jpg': { seen: 'a waterfall, lying, a 1 in it', width: 600, height: 450, says: {} },
  'orientation/landscape_6.jpg': {
    ...{ seen: 'the same, lying, a 6 in it, top at the top', width: 600, height: 450 },
    ...{ colour: [0.26, 0.66, [153, 35, 45]], says: {} },
  },
  'orientation/portrait_3.jpg': {
    ...{ seen: 'the waterfall, standing, a 3 in it, top at the top', width: 450, height: 600 },
    ...{ colour: [0.5, 0.72, [162, 172, 172]], says: {} },
  },
  'orientation/portrait_8.jpg': {
    ...{ seen: 'the same, standing, an 8 in it, top at the top', width: 450, height: 600 },
    ...{ colour: [0.5, 0.72, [162, 172, 172]], says: {} },
  },
  'tests/30-type_error.jpg': {
    ...{ seen: 'wind wheels behind a bridge over a motorway', width: 3872, height: 2403 },
    ...{ colour: [0.5, 0.1, [140, 161, 186]], record: on('2013-07-05') },
    more: { copyright: 'Francisco Gonzalez' },
    says: { notice: ['Francisco Gonzalez'], ...at('2013-07-05T03:18Z') },
  },
  'tiff/Arbitro.tiff': {
    seen: 'white letters on blue: l’Arbitro',
    width: 174,
    height: 38,
    type: 'image/tiff',
    says: {},
  },
  'tiff/BSG1.tiff': { seen: 'a band on a stage in red light', width: 635, height: 348, type: 'image/tiff', says: {} },
  'tiff/DudleyLeavittUtah.tiff': {
    ...{ seen: 'an old portrait of a man with a white beard', width: 196, height: 257, type: 'image/tiff' },
    ...{ record: { creator: 'Russell Leavitt' }, says: { creator: ['Russell Leavitt'] } },
  },
  'xmp/BlueSquare.jpg': {
    ...{ seen: 'a blue rectangle on white', width: 360, height: 216, colour: [0.5, 0.5, [0, 1, 252]] },
    record: { title: 'Blue Square Test File - .jpg' },
    more: { keywords: ['XMP', 'Blue Square', 'test file', 'Photoshop', '.jpg'] },
    says: {
      title: ['Blue Square Test File - .jpg'],
      caption: ['XMPFiles BlueSquare test file, created in Photoshop CS2, saved as .psd, .jpg, and .tif.'],
      keywords: ['XMP', 'Blue Square', 'test file', 'Photoshop', '.jpg'],
      digitised: ['2005-09-07T15:07-07:00'],
    },
  },
};

/** What is refused, and why: no picture, and one of which only the first part is there to be decoded. */
export const realRefusals: Readonly<Record<string, string>> = {
  'README.md': 'image-unsupported',
  'corrupted.jpg': 'image-damaged',
};
