import { Failure } from '#errors/failure.ts';
import { loadTrust } from '#feed/keys.ts';
import { openFeedReader } from '#feed/reader.ts';
import { openSource } from '#feed/source.ts';
import type { Command } from '../command.ts';
import { readFeedToken } from '../delivery-values.ts';

/** Says when the gate signed its last statement, and raises an alarm when that is too long ago. */
export const feedFresh: Command = {
  args: [],
  options: {},
  run: async (_, { config, t }) => {
    const { feedUrl, feedTokenFile, trustFile, feedSilence, feedSignatures: signatures } = config();
    const source = openSource(feedUrl, { token: await readFeedToken(feedTokenFile) });
    const reader = openFeedReader({ source, trust: await loadTrust(trustFile), signatures });
    const { issuedAt: at, seq } = await reader.checkpoint();
    const minutes = Math.max(0, Math.floor((Date.now() - Date.parse(at)) / 60_000));
    const data = { statementAt: at, sequence: seq, minutes, max: feedSilence };
    const lines = [t('cli:medium.statement', { at })];
    if (minutes < feedSilence) return { data: { ...data, alarm: null }, lines };
    const failure = new Failure('feed-silent', { at, minutes, max: feedSilence });
    return { data: { ...data, alarm: failure.code }, lines, failure };
  },
};
