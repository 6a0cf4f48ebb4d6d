import type { Words } from '../words/words.ts';

/** How far a check is. Bytes that were read do not count where their master turned out to be missing, so both may fall short. */
export interface Progress {
  readonly masters: number;
  readonly ofMasters: number;
  readonly bytes: number;
  readonly ofBytes: number;
  readonly milliseconds: number;
}

const megabyte = 1024 * 1024;
const width = 24;

/** How far taking in a folder is. */
export interface IngestProgress {
  readonly files: number;
  readonly ofFiles: number;
  readonly bytes: number;
  readonly ofBytes: number;
  readonly milliseconds: number;
}

const bar = (share: number): string => '█'.repeat(Math.floor(share * width)).padEnd(width, '░');

/** Time that is left when `left` of something is done at `rate` a second. */
const timeLeft = (left: number, rate: number): string => (rate > 0 ? clock(Math.max(0, left) / rate) : '–:––');

const perSecond = (count: number, milliseconds: number): number =>
  milliseconds > 0 ? count / (milliseconds / 1000) : 0;

/** One line with a bar, the rate and the time that is left at this rate. */
export function progressLine({ masters, ofMasters, bytes, ofBytes, milliseconds }: Progress, t: Words): string {
  const share = Math.min(1, ofBytes > 0 ? bytes / ofBytes : masters / Math.max(1, ofMasters));
  const rate = perSecond(bytes, milliseconds);
  const percent = Math.floor(share * 100);
  const values = {
    percent,
    masters,
    ofMasters,
    left: timeLeft(ofBytes - bytes, rate),
    rate: (rate / megabyte).toFixed(1),
  };
  return `${bar(share)} ${t('cli:fixity.progress', values)}`;
}

/** The same for a folder that is taken in: files a second, and the time that their bytes still need. */
export function ingestLine({ files, ofFiles, bytes, ofBytes, milliseconds }: IngestProgress, t: Words): string {
  const share = Math.min(1, ofBytes > 0 ? bytes / ofBytes : files / Math.max(1, ofFiles));
  const left = timeLeft(ofBytes - bytes, perSecond(bytes, milliseconds));
  const rate = perSecond(files, milliseconds).toFixed(1);
  return `${bar(share)} ${t('cli:ingest.progress', { percent: Math.floor(share * 100), files, ofFiles, rate, left })}`;
}

/** How far something is that is done for picture after picture. */
export interface PicturesProgress {
  readonly pictures: number;
  readonly ofPictures: number;
  readonly milliseconds: number;
}

/** The same for what is done for picture after picture: pictures a second, and the time that the others still need. */
export function picturesLine({ pictures, ofPictures, milliseconds }: PicturesProgress, t: Words): string {
  const share = Math.min(1, pictures / Math.max(1, ofPictures));
  const rate = perSecond(pictures, milliseconds);
  const left = timeLeft(ofPictures - pictures, rate);
  const values = { percent: Math.floor(share * 100), pictures, ofPictures, rate: rate.toFixed(1), left };
  return `${bar(share)} ${t('cli:rebuild.progress', values)}`;
}

/** How far a bag, or the check of one, is. */
interface Bytes {
  readonly bytes: number;
  readonly ofBytes: number;
  readonly milliseconds: number;
}

const megabytesLine = (done: number, of: number, { bytes, ofBytes, milliseconds }: Bytes) => {
  const share = Math.min(1, ofBytes > 0 ? bytes / ofBytes : done / Math.max(1, of));
  const rate = perSecond(bytes, milliseconds);
  const left = timeLeft(ofBytes - bytes, rate);
  return { share, values: { percent: Math.floor(share * 100), left, rate: (rate / megabyte).toFixed(1) } };
};

/** The same for a bag that is being written. */
export function bagLine(done: Bytes & { readonly pictures: number; readonly ofPictures: number }, t: Words): string {
  const { pictures, ofPictures } = done;
  const { share, values } = megabytesLine(pictures, ofPictures, done);
  return `${bar(share)} ${t('cli:bag.progress', { ...values, pictures, ofPictures })}`;
}

/** The same for a bag that is being checked. */
export function checkingLine(done: Bytes & { readonly files: number; readonly ofFiles: number }, t: Words): string {
  const { files, ofFiles } = done;
  const { share, values } = megabytesLine(files, ofFiles, done);
  return `${bar(share)} ${t('cli:unbag.progress', { ...values, files, ofFiles })}`;
}

/** Hours, minutes and seconds, as a clock shows them. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return `${hours}:${two(minutes)}:${two(whole % 60)}`;
}
