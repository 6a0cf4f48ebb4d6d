import { type BagFault, bagFault } from './faults.ts';
import { linesOf } from './tag-text.ts';

/** Labels with their values, in order; a label may stand there several times. */
export type BagInfo = readonly (readonly [label: string, value: string])[];

/** How much a payload holds. */
export interface Oxum {
  readonly bytes: number;
  readonly files: number;
}

/** What should stand there once only (RFC 8493, section 2.2.2). */
const single = ['bagging-date', 'bag-size', 'bag-group-identifier', 'bag-count'];

/** Values of a label, whatever its case. */
export const valuesOf = (info: BagInfo, label: string): string[] =>
  info.filter(([name]) => name.toLowerCase() === label.toLowerCase()).map(([, value]) => value);

/** A value is one line for us: what would end it is a blank. */
const oneLine = (value: string): string => value.replace(/[\r\n]+/g, ' ').trim();

/** `bag-info.txt` of a bag of ours. */
export const infoText = (info: BagInfo): string =>
  info.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join('');

export const oxumText = ({ bytes, files }: Oxum): string => `${bytes}.${files}`;

/** Reads `bag-info.txt` (before 0.96 `package-info.txt`): `Label: value`, continued on lines that begin with a blank. */
export const readInfo = (file: string, text: string): { info: BagInfo; faults: BagFault[] } => {
  const info: [string, string][] = [];
  const faults: BagFault[] = [];
  for (const [index, line] of linesOf(text).entries()) {
    const last = info.at(-1);
    const parts = /^([^:\s][^:]*?)\s*:[ \t]*(.*)$/.exec(line);
    if (line.trim() === '') continue;
    if (/^[ \t]/.test(line) && last) last[1] = `${last[1]} ${line.trim()}`.trim();
    else if (parts) info.push([parts[1] ?? '', (parts[2] ?? '').trim()]);
    else faults.push(bagFault('info-malformed', file, { line: index + 1 }));
  }
  const repeated = single.filter((label) => valuesOf(info, label).length > 1);
  faults.push(...repeated.map((label) => bagFault('info-repeated', file, { label })));
  return { info, faults };
};

/** Compares what `Payload-Oxum` says with what is there. */
export const checkOxum = (file: string, info: BagInfo, found: Oxum): BagFault[] => {
  const all = valuesOf(info, 'Payload-Oxum');
  if (all.length > 1) return [bagFault('oxum-repeated', file)];
  return all.flatMap((said) => {
    if (!/^\d+\.\d+$/.test(said)) return [bagFault('oxum-malformed', file, { said: said.slice(0, 60) })];
    return said === oxumText(found) ? [] : [bagFault('oxum-wrong', file, { said, found: oxumText(found) })];
  });
};
