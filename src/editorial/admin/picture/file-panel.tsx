'use client';
import { z } from 'zod';
import type { StudioLocale } from '#languages/locales.ts';
import { formatSize } from '../words/format-size.ts';
import { formatMoment } from '../words/format-time.ts';
import { type Say, useWords } from '../words/use-words.ts';
import { HeardPanel } from './heard-panel.tsx';
import { SaidTable } from './said-table.tsx';
import { useAnswer } from './use-answer.ts';

const factsAnswer = z.object({
  sha256: z.string(),
  type: z.string(),
  bytes: z.number().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  pages: z.number().nullable(),
  filename: z.string().nullable(),
  storedAt: z.string(),
  storedBy: z.string().nullable(),
  bag: z.boolean(),
  technical: z
    .object({
      space: z.string().nullable(),
      profile: z.string().nullable(),
      depth: z.string().nullable(),
      alpha: z.boolean(),
      density: z.number().nullable(),
    })
    .nullable(),
});
type Facts = z.infer<typeof factsAnswer>;

const bits: Readonly<Record<string, number>> = {
  uchar: 8,
  char: 8,
  ushort: 16,
  short: 16,
  uint: 32,
  int: 32,
  float: 32,
};
/** Colour models that have words; others are called as the decoder calls them. */
const spaces = new Set(['srgb', 'rgb16', 'b-w', 'grey16', 'cmyk', 'lab']);

const colourOf = ({ technical }: Facts, say: Say): string | null => {
  if (!technical?.space) return null;
  const { space, profile, depth, alpha } = technical;
  const each = depth ? bits[depth] : undefined;
  return [
    spaces.has(space) ? say(`picture.space.${space}`) : space,
    profile,
    each ? say('picture.bits', { bits: each }) : null,
    alpha ? say('picture.transparent') : null,
  ]
    .filter(Boolean)
    .join(' · ');
};

const storedBy = ({ storedBy: name, bag }: Facts, say: Say): string =>
  [name ?? say('picture.byProgram'), bag ? say('picture.fromBag') : null].filter(Boolean).join(' · ');

/** What is known, as name and value; what is not known is left out. */
const rowsOf = (facts: Facts, say: Say, language: StudioLocale): [name: string, value: string][] => {
  const { sha256, type, bytes, width, height, pages, filename, storedAt, technical } = facts;
  const whole = new Intl.NumberFormat(language);
  const size = (value: number) =>
    `${formatSize(value, language)} (${say('picture.bytes', { bytes: whole.format(value) })})`;
  const rows: [string, string | null][] = [
    ['filename', filename],
    ['type', type],
    ['pixels', width && height ? `${whole.format(width)} × ${whole.format(height)}` : null],
    ['bytes', bytes === null ? null : size(bytes)],
    ['pages', pages !== null && pages > 1 ? whole.format(pages) : null],
    ['colour', colourOf(facts, say)],
    ['density', technical?.density ? say('picture.perInch', { pixels: whole.format(technical.density) }) : null],
    ['storedAt', formatMoment(storedAt, language)],
    ['storedBy', storedBy(facts, say)],
    ['sha256', sha256],
  ];
  return rows.flatMap(([name, value]) => (value === null ? [] : [[name, value] as [string, string]]));
};

/** What the archive knows of the file, and what the file says of itself. */
export const FilePanel = ({ id }: { id: string }) => {
  const { say, language } = useWords();
  const heard = useAnswer(`/api/images/${id}/technical`, factsAnswer);
  return (
    <div id="picture-file">
      <h3>{say('picture.master')}</h3>
      <HeardPanel heard={heard}>
        {(facts) => (
          <table className="bt-facts">
            <tbody>
              {rowsOf(facts, say, language).map(([name, value]) => (
                <tr key={name}>
                  <th scope="row">{say(`picture.fact.${name}`)}</th>
                  <td className={name === 'sha256' ? 'bt-facts__hash' : undefined}>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </HeardPanel>
      <h3>{say('embedded.heading')}</h3>
      <SaidTable id={id} />
    </div>
  );
};
