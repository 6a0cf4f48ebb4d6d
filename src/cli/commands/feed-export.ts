import { resolve } from 'node:path';
import { loadSigningKey, loadTrust } from '#feed/keys.ts';
import { appendLine, readLines } from '#feed/medium/journal.ts';
import { type WrittenMedium, writeMedium } from '#feed/medium/write-medium.ts';
import { openSource } from '#feed/source.ts';
import type { Command } from '../command.ts';
import { readFeedToken } from '../delivery-values.ts';
import { asCountersigned } from '../medium/countersigned.ts';
import { sinceOf } from '../medium/since.ts';
import { usage } from '../usage.ts';
import type { Words } from '../words/words.ts';

/** Carries releases out on a medium: what the feed holds behind a place, signed and listed. */
export const feedExport: Command = {
  args: [],
  options: { since: { type: 'string' }, to: { type: 'string' } },
  run: async ({ options }, { config, t, redraw }) => {
    if (typeof options.to !== 'string') throw usage('--to', 'feed export');
    const { feedUrl, feedTokenFile, trustFile, signingKeyFile, mediumDir } = config();
    const to = resolve(options.to);
    const since = sinceOf(options.since, await readLines(mediumDir));
    const own = openSource(feedUrl, { token: await readFeedToken(feedTokenFile) });
    const source = await asCountersigned(own, mediumDir);
    const [trust, key] = [await loadTrust(trustFile), await loadSigningKey(signingKeyFile)];
    const onProgress = (done: number, of: number) => redraw(() => t('cli:medium.files', { done, of }));
    const written = await writeMedium({ source, trust, key, since, to, onProgress });
    const { manifest, hash } = written;
    const { feed, medium, counts, exportedAt: at } = manifest;
    const numbers = { from: manifest.from.seq, to: manifest.to.seq, files: counts.files, bytes: counts.bytes };
    await appendLine(mediumDir, { act: 'exported', at, feed, medium, manifest: hash, ...numbers });
    const { statementAt, withdrawn } = written;
    return {
      data: { folder: to, ...manifest, manifest: hash, statementAt, withdrawn },
      lines: linesOf(to, written, t),
    };
  },
};

function linesOf(folder: string, { manifest, statementAt, withdrawn }: WrittenMedium, t: Words): string[] {
  const { counts, from, to, medium } = manifest;
  return [
    t('cli:medium.exported', { medium, folder }),
    t('cli:medium.holds', { after: from.seq, to: to.seq, entries: counts.entries, blobs: counts.blobs }),
    t('cli:medium.statement', { at: statementAt }),
    ...(withdrawn > 0 ? [t('cli:medium.withdrawn', { documents: withdrawn })] : []),
  ];
}
