import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadTrust } from '#feed/keys.ts';
import { appendLine, type JournalLine, readLines } from '#feed/medium/journal.ts';
import { receiptName } from '#feed/medium/paths.ts';
import { checkOurs, readReceipt } from '#feed/medium/receipt.ts';
import type { Command } from '../command.ts';

/** Reads a receipt that has come back, so that this side knows what arrived. */
export const feedReceipt: Command = {
  args: ['place'],
  options: { trust: { type: 'string' } },
  run: async ({ args, options }, { config, t }) => {
    const { mediumDir } = config();
    const file = await fileAt(resolve(String(args.place)));
    const trustFile = typeof options.trust === 'string' ? resolve(options.trust) : join(mediumDir, 'stations.pem');
    const receipt = await readReceipt(file, await loadTrust(trustFile));
    const journal = await readLines(mediumDir);
    checkOurs(receipt, journal, file);
    const { feed, medium, manifest, to, snapshot, attest, arrivedAt } = receipt;
    const line: JournalLine = {
      ...{ act: 'arrived', at: new Date().toISOString(), feed, medium, manifest },
      ...{ to: to.seq, snapshot, attest, arrivedAt },
    };
    if (!journal.some((old) => old.act === 'arrived' && old.medium === medium && old.arrivedAt === arrivedAt))
      await appendLine(mediumDir, line);
    const waiting = unanswered([...journal, line]);
    const lines = [
      t('cli:medium.arrived', { medium, at: arrivedAt, sequence: to.seq }),
      ...waiting.map((each) => t('cli:medium.waiting', { medium: each.medium, at: each.at })),
    ];
    return { data: { ...receipt, waiting: waiting.map((each) => each.medium) }, lines };
  },
};

/** A folder stands for the receipt in it. */
async function fileAt(place: string): Promise<string> {
  const found = await stat(place).catch(() => null);
  return found?.isDirectory() ? join(place, receiptName) : place;
}

/** Media of which no receipt has come back. */
function unanswered(journal: readonly JournalLine[]) {
  const answered = new Set(journal.flatMap((line) => (line.act === 'arrived' ? [line.medium] : [])));
  return journal.flatMap((line) => (line.act === 'exported' && !answered.has(line.medium) ? [line] : []));
}
