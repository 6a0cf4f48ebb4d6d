'use client';
import { useAuth } from '@payloadcms/ui';
import { useRightsOptions } from '../images/rights-fields.tsx';
import { RaiseForm } from '../marking/raise-form.tsx';
import { useWords } from '../words/use-words.ts';
import { isList, newPlan, nothing, type Plan, type PlanKind } from './edit-plan.ts';
import { useChangeName } from './use-change-name.ts';
import { type Reference, useReferences } from './use-references.ts';

interface Props {
  plan: Plan;
  kinds: readonly PlanKind[];
  onPlan: (plan: Plan) => void;
}

const collections = {
  topics: 'topics',
  places: 'places',
  agency: 'agencies',
  albums: 'albums',
  rightsRecord: 'rights',
} as const;
const levels = ['internal', 'restricted', 'mat', 'toi_mat', 'tuyet_mat'];

const Choose = ({ plan, onPlan, options }: Omit<Props, 'kinds'> & { options: readonly Reference[] }) => {
  const { say } = useWords();
  const nameOf = useChangeName();
  return (
    <label className="bt-field" htmlFor="edit-value">
      <span>{nameOf(plan.kind)}</span>
      <select id="edit-value" onChange={(event) => onPlan({ ...plan, value: event.target.value })} value={plan.value}>
        <option value="">{say('archive.edit.choose')}</option>
        {plan.kind === 'rightsRecord' ? <option value={nothing}>{say('archive.none.record')}</option> : null}
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
};

const Direction = ({ plan, onPlan }: Omit<Props, 'kinds'>) => {
  const { say } = useWords();
  return (
    <fieldset className="bt-options">
      <legend>{say('archive.edit.how')}</legend>
      {[false, true].map((removes) => (
        <label key={String(removes)}>
          <input
            checked={plan.removes === removes}
            name="edit-direction"
            onChange={() => onPlan({ ...plan, removes })}
            type="radio"
          />{' '}
          {say(removes ? 'archive.edit.remove' : 'archive.edit.add')}
        </label>
      ))}
    </fieldset>
  );
};

const compartmentsOf = (user: unknown): string[] =>
  user && typeof user === 'object' && 'compartments' in user && Array.isArray(user.compartments)
    ? user.compartments.map(String)
    : [];

const Value = ({ plan, onPlan }: Omit<Props, 'kinds'>) => {
  const nameOf = useChangeName();
  const { user } = useAuth();
  const rights = useRightsOptions().map(({ value, label }) => ({ id: value, name: label }));
  const { kind } = plan;
  const references = useReferences(kind in collections ? collections[kind as keyof typeof collections] : null);
  if (kind === 'rights') return <Choose onPlan={onPlan} options={rights} plan={plan} />;
  if (kind in collections) return <Choose onPlan={onPlan} options={references} plan={plan} />;
  if (kind === 'marking')
    return (
      <RaiseForm
        choices={compartmentsOf(user)}
        levels={levels}
        onChange={({ level, compartments, basis }) => onPlan({ ...plan, value: level, compartments, basis })}
        raise={{ level: plan.value, compartments: plan.compartments, basis: plan.basis }}
      />
    );
  return (
    <label className="bt-field" htmlFor="edit-value">
      <span>{nameOf(kind)}</span>
      <input
        id="edit-value"
        maxLength={500}
        onChange={(event) => onPlan({ ...plan, value: event.target.value })}
        value={plan.value}
      />
    </label>
  );
};

/** What is to be changed, and into what. */
export const EditForm = ({ plan, kinds, onPlan }: Props) => {
  const { say } = useWords();
  const nameOf = useChangeName();
  return (
    <>
      <label className="bt-field" htmlFor="edit-kind">
        <span>{say('archive.edit.what')}</span>
        <select id="edit-kind" onChange={(event) => onPlan(newPlan(event.target.value as PlanKind))} value={plan.kind}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {nameOf(kind)}
            </option>
          ))}
        </select>
      </label>
      {isList(plan.kind) ? <Direction onPlan={onPlan} plan={plan} /> : null}
      <Value onPlan={onPlan} plan={plan} />
    </>
  );
};
