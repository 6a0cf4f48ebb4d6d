import { join, resolve } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { loadSigningKey, loadTrust } from '#feed/keys.ts';
import { appendLine } from '#feed/medium/journal.ts';
import { putReceipt, receiptFor } from '#feed/medium/receipt.ts';
import { type TakenMedium, takeMedium } from '#feed/medium/take-medium.ts';
import type { Command } from '../command.ts';
import { localFeed } from '../medium/local-feed.ts';
import { makeSigningKeys } from '../start/make-keys.ts';

/** Takes a medium into the feed at this side and leaves a receipt on it. */
export const feedImport: Command = {
  args: ['folder'],
  options: { into: { type: 'string' } },
  run: async ({ args, options }, { config, t, redraw }) => {
    const { feedUrl, trustFile, mediumDir, feedSignatures: signatures } = config();
    const from = resolve(String(args.folder));
    const into = typeof options.into === 'string' ? resolve(options.into) : localFeed(feedUrl, 'feed import');
    const trust = await loadTrust(trustFile);
    const onProgress = (done: number, of: number) => redraw(() => t('cli:medium.files', { done, of }));
    const taken = await takeMedium({ from, into, trust, signatures, onProgress }).catch(async (cause: unknown) => {
      await noteRefusal(mediumDir, from, cause);
      throw cause;
    });
    const { onMedium, kept } = await acknowledge(mediumDir, from, taken);
    const { checkpoint, before, isNew, medium } = taken;
    const { medium: id } = medium.manifest;
    const data = { medium: id, into, before, sequence: checkpoint.seq, isNew, receipt: { onMedium, kept } };
    const told = { medium: id, before, sequence: checkpoint.seq };
    return {
      data: { ...data, statementAt: checkpoint.issuedAt },
      lines: [
        t(isNew ? 'cli:medium.imported' : 'cli:medium.known', told),
        t('cli:medium.statement', { at: checkpoint.issuedAt }),
        t(onMedium ? 'cli:medium.receipt' : 'cli:medium.receipt-apart', { file: kept }),
      ],
    };
  },
};

/** A medium that was refused is remembered too; what cannot be noted is still told. */
async function noteRefusal(dir: string, folder: string, cause: unknown): Promise<void> {
  const code = cause instanceof Failure ? cause.code : 'unexpected';
  await appendLine(dir, { act: 'refused', at: new Date().toISOString(), folder, code }).catch(() => undefined);
}

/** Signs what has arrived, keeps it here, notes it, and leaves it on the medium where that can be written. */
async function acknowledge(dir: string, from: string, taken: TakenMedium) {
  const files = { signingKeyFile: join(dir, 'station.pem'), trustFile: join(dir, 'station.pub.pem') };
  await makeSigningKeys(files);
  const { value, file } = receiptFor(taken, await loadSigningKey(files.signingKeyFile), new Date());
  const { feed, medium, manifest, arrivedAt: at, to } = value;
  const { files: count, bytes } = taken.medium.manifest.counts;
  const name = `receipt-${medium}.json`;
  if (!(await putReceipt(dir, file, name))) throw new Failure('data-unwritable', { folder: dir, reason: 'EACCES' });
  const numbers = { from: taken.before, to: to.seq, files: count, bytes };
  await appendLine(dir, { act: 'imported', at, feed, medium, manifest, ...numbers });
  return { onMedium: await putReceipt(from, file), kept: join(dir, name) };
}
