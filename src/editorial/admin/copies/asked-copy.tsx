'use client';
import { ownNames } from '#languages/locales.ts';
import type { ToldPermission } from '../../copies/copy-panel.ts';
import { formatMoment } from '../words/format-time.ts';
import { useWords } from '../words/use-words.ts';

/** Who wants to copy what, for whom and what for; what became of it, and until when it counts. */
export const AskedCopy = ({ permission: one }: { permission: ToldPermission }) => {
  const { say, language } = useWords();
  const time = formatMoment(one.lapsesAt, language);
  const asked = {
    ...{ name: one.askedName ?? say('deletion.somebody'), language: ownNames[one.locale], amount: one.copies },
    ...{ recipient: one.recipient, time: formatMoment(one.askedAt, language) },
  };
  const granted = { name: one.decidedName ?? say('deletion.somebody'), made: one.made, amount: one.copies, time };
  return (
    <div className="bt-copies__asked">
      <p>{say('copies.wants', asked)}</p>
      <q>{one.purpose}</q>{' '}
      <small>{one.state === 'granted' ? say('copies.granted', granted) : say('copies.lapses', { time })}</small>
    </div>
  );
};
