import { stagingOf } from '#media/bagit/bag-writer.ts';
import type { Answer } from '../command.ts';
import type { Words } from '../words/words.ts';
import type { BagReport } from './bag-all.ts';

/** Masters that are named one by one; `--json` names all. */
const named = 20;

/** What a bag holds, or why there is none yet. Of what was left out nothing is told, not even its number. */
export const bagAnswer = ({ out, filled }: BagReport, upTo: string, t: Words): Answer => {
  const partial = stagingOf(out);
  const isWhole = filled !== null && filled.wrong.length === 0;
  const { pictures = 0, bytes = 0, copies = [], out: dropped = [], wrong = [] } = filled ?? {};
  const data = { bag: isWhole ? out : null, pictures, bytes, upTo, stopped: filled === null, copies, dropped, wrong };
  if (filled === null) return { data, lines: [t('cli:bag.stopped', { path: partial })], ok: false };
  if (isWhole) {
    const megabytes = (bytes / 2 ** 20).toFixed(1);
    return {
      data,
      lines: [
        t('cli:bag.done', { path: out, pictures, megabytes }),
        ...(copies.length > 0 ? [t('cli:bag.copies', { copies: copies.length })] : []),
        ...(dropped.length > 0 ? [t('cli:bag.dropped', { numbers: dropped.join(', ') })] : []),
        t('cli:bag.up-to', { level: upTo }),
      ],
    };
  }
  const lines = wrong.slice(0, named).map((sha256) => `  ${sha256}`);
  const more = wrong.length > named ? [t('cli:fixity.more', { more: wrong.length - named })] : [];
  return { data, lines: [t('cli:bag.wrong', { path: partial }), ...lines, ...more, t('cli:bag.mend')], ok: false };
};
