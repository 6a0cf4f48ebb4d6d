'use client';
import { useWords } from '../words/use-words.ts';
import type { Candidates, GiftForm, Named } from './answers.ts';

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly people: readonly Named[];
  /** Whoever has the other part: nobody looks over their own words. */
  readonly other: string;
  readonly value: string;
  readonly onChoose: (id: string) => void;
}

const Choice = ({ id, label, people, other, value, onChoose }: ChoiceProps) => {
  const { sayIn } = useWords();
  return (
    <label className="bt-field" htmlFor={id}>
      <span>{label}</span>
      <select id={id} onChange={(event) => onChoose(event.target.value)} value={value}>
        <option value="">{sayIn('work:give.none')}</option>
        {people.map((one) => (
          <option disabled={one.id === other} key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  );
};

interface Props {
  readonly candidates: Candidates;
  readonly form: GiftForm;
  readonly onForm: (form: GiftForm) => void;
}

/** Who translates, who looks it over, until when, and what they should know. */
export const GiftFields = ({ candidates, form, onForm }: Props) => {
  const { sayIn } = useWords();
  return (
    <div className="bt-gift">
      <Choice
        id="gift-translator"
        label={sayIn('work:give.translator')}
        onChoose={(translator) => onForm({ ...form, translator })}
        other={form.reviewer}
        people={candidates.translators}
        value={form.translator}
      />
      <Choice
        id="gift-reviewer"
        label={sayIn('work:give.reviewer')}
        onChoose={(reviewer) => onForm({ ...form, reviewer })}
        other={form.translator}
        people={candidates.reviewers}
        value={form.reviewer}
      />
      <label className="bt-field" htmlFor="gift-due">
        <span>{sayIn('work:give.due')}</span>
        <input
          id="gift-due"
          onChange={(event) => onForm({ ...form, due: event.target.value })}
          type="date"
          value={form.due}
        />
      </label>
      <label className="bt-field bt-gift__note" htmlFor="gift-note">
        <span>{sayIn('work:give.note')}</span>
        <textarea
          id="gift-note"
          maxLength={4000}
          onChange={(event) => onForm({ ...form, note: event.target.value })}
          rows={3}
          value={form.note}
        />
      </label>
    </div>
  );
};
