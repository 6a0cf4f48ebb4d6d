'use client';
import { useDeferredValue, useMemo } from 'react';
import type { StudioLocale } from '#languages/locales.ts';
import { runChecks } from '#translation/checks/run-checks.ts';
import type { Content } from '#translation/content.ts';
import type { SegmentRole } from '#translation/segments/segment.ts';
import { useWords } from '../words/use-words.ts';
import type { Line } from './answers.ts';
import { FindingWords } from './finding-words.tsx';

interface LiveFindingsProps {
  readonly line: Line;
  readonly target: Content;
  readonly from: StudioLocale;
  readonly to: StudioLocale;
}

/** What the checks would say of what is being typed, while it is being typed. Names are looked at when it is confirmed. */
export const LiveFindings = ({ line, target, from, to }: LiveFindingsProps) => {
  const { sayIn } = useWords();
  const later = useDeferredValue(target);
  const found = useMemo(() => {
    if (!line.source || later.length === 0) return [];
    const limit = line.limit === null ? {} : { limit: line.limit };
    const role = line.role as SegmentRole;
    return runChecks({
      source: line.source.content,
      target: later,
      sourceLocale: from,
      targetLocale: to,
      role,
      ...limit,
    });
  }, [line, later, from, to]);
  const known = new Set(line.findings.map(({ says, values }) => `${says} ${JSON.stringify(values)}`));
  const news = found.filter(({ says, values }) => !known.has(`${says} ${JSON.stringify(values)}`));
  if (news.length === 0) return null;
  return (
    <ul aria-label={sayIn('workbench:arising')} aria-live="polite" className="bt-findings bt-findings--live">
      {news.map((finding) => (
        <li key={`${finding.says} ${finding.side} ${finding.start} ${finding.end}`}>
          <FindingWords finding={finding} />
        </li>
      ))}
    </ul>
  );
};
