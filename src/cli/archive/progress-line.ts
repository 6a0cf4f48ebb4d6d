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

/** One line with a bar, the rate and the time that is left at this rate. */
export function progressLine({ masters, ofMasters, bytes, ofBytes, milliseconds }: Progress, t: Words): string {
  const share = Math.min(1, ofBytes > 0 ? bytes / ofBytes : masters / Math.max(1, ofMasters));
  const bar = '█'.repeat(Math.floor(share * width)).padEnd(width, '░');
  const rate = milliseconds > 0 ? bytes / (milliseconds / 1000) : 0;
  const left = rate > 0 ? clock(Math.max(0, ofBytes - bytes) / rate) : '–:––';
  const percent = Math.floor(share * 100);
  const values = { percent, masters, ofMasters, left, rate: (rate / megabyte).toFixed(1) };
  return `${bar} ${t('cli:fixity.progress', values)}`;
}

/** Hours, minutes and seconds, as a clock shows them. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return `${hours}:${two(minutes)}:${two(whole % 60)}`;
}
