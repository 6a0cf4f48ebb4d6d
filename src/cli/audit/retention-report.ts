import type { OperatorLanguage } from '#config/operator-language.ts';
import type { Answer } from '../command.ts';
import type { Words } from '../words/words.ts';
import type { Retained } from './retention-of.ts';

const kindLines = ({ kind, years, ground, over }: Retained['kinds'][number], t: Words, language: OperatorLanguage) => {
  const told = { kind, ground: ground[language] };
  const kept = years === null ? t('cli:audit.keptAlways', told) : t('cli:audit.kept', { ...told, years });
  const { lines, oldest } = over;
  return lines === 0 ? [kept] : [kept, t('cli:audit.over', { lines, oldest: oldest ?? '' })];
};

/** Every kind, and what two people are about to remove. */
export const retentionAnswer = (data: Retained, t: Words, language: OperatorLanguage): Answer => {
  const { kinds, asked, agreed, dropped } = data;
  const lines = kinds.flatMap((one) => kindLines(one, t, language));
  if (asked) lines.push(t('cli:audit.asked', { name: asked.askedName ?? asked.askedBy, until: asked.lapsesAt }));
  for (const { askedName, askedBy, decidedName, decidedBy } of agreed)
    lines.push(t('cli:audit.agreed', { asked: askedName ?? askedBy, agreed: decidedName ?? decidedBy ?? '' }));
  if (dropped > 0) lines.push(t('cli:audit.dropped', { rows: dropped }));
  return { data, lines };
};
