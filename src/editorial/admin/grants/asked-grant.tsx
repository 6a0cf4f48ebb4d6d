'use client';
import type { GrantPanelAnswer } from '../../endpoints/grant-endpoints.ts';
import { formatMoment } from '../words/format-time.ts';
import { useWords } from '../words/use-words.ts';

/** Who proposed what, why, and until when somebody can agree. */
export const AskedGrant = ({ proposal }: { proposal: NonNullable<GrantPanelAnswer['proposal']> }) => {
  const { say, language } = useWords();
  const name = proposal.askedName ?? say('deletion.somebody');
  const to = [say(`level.${proposal.clearance}`), ...proposal.compartments].join(' · ');
  const until = formatMoment(proposal.until, language);
  return (
    <div>
      <p>{say('grant.asked', { name, to, until, time: formatMoment(proposal.askedAt, language) })}</p>
      <q>{proposal.reason}</q>{' '}
      <small>{say('lowering.lapses', { time: formatMoment(proposal.lapsesAt, language) })}</small>
    </div>
  );
};
