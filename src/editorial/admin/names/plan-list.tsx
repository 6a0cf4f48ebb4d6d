'use client';
import { ownNames } from '#languages/locales.ts';
import { useWords } from '../words/use-words.ts';
import type { Plan } from './answers.ts';

/** Entries that are shown one by one; the count tells of the rest. */
const shown = 100;

/** What an import changes: each entry with its forms that come or change. */
export const PlanList = ({ plan }: { plan: Plan }) => {
  const { say, sayIn } = useWords();
  return (
    <div role="status">
      <p className="bt-notice">{say('names.plan', { new: plan.new, changed: plan.changed, same: plan.same })}</p>
      <ul className="bt-names">
        {plan.entries.slice(0, shown).map((entry) => (
          <li key={entry.id}>
            <b>{entry.name}</b> <small>{say(`names.act.${entry.act}`)}</small>
            <ul>
              {entry.forms.map((form) => (
                <li key={`${form.locale}${form.term}${form.status}`}>
                  {ownNames[form.locale]} · {form.term} · {sayIn(`fields:concepts.status.${form.status}`)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
};
