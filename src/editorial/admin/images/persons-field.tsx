'use client';
import { FieldDescription, useDocumentInfo, useField } from '@payloadcms/ui';
import type { JSONFieldClientProps } from 'payload';
import { mostPersons, type ShownPerson } from '#collections/fields/shown-person.ts';
import { ownNames, type StudioLocale, studioLocales } from '#languages/locales.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';

interface RowProps {
  person: ShownPerson;
  at: number;
  disabled: boolean;
  onChange: (person: ShownPerson) => void;
  onRemove: () => void;
}

const written = (names: ShownPerson['name'], locale: StudioLocale, text: string): ShownPerson['name'] =>
  Object.fromEntries(
    studioLocales.flatMap((one) => {
      const name = one === locale ? text : names[one];
      return name ? [[one, name]] : [];
    }),
  );

/** Who may be told of is said by hand for each of them; of a minor it cannot be said. */
const PersonRow = ({ person, at, disabled, onChange, onRemove }: RowProps) => {
  const { say } = useWords();
  const { name, told, minor } = person;
  return (
    <li className="bt-person">
      {studioLocales.map((locale) => (
        <label className="bt-field" htmlFor={`person-${at}-${locale}`} key={locale}>
          <span>{say('person.name', { language: ownNames[locale] })}</span>
          <input
            disabled={disabled}
            id={`person-${at}-${locale}`}
            lang={locale}
            maxLength={500}
            onChange={(event) => onChange({ ...person, name: written(name, locale, event.target.value) })}
            value={name[locale] ?? ''}
          />
        </label>
      ))}
      <div className="bt-person__says">
        <label>
          <input
            checked={told}
            disabled={disabled || minor}
            onChange={() => onChange({ ...person, told: !told })}
            type="checkbox"
          />{' '}
          {say('person.told')}
        </label>
        <label>
          <input
            checked={minor}
            disabled={disabled}
            onChange={() => onChange({ ...person, minor: !minor, told: minor && told })}
            type="checkbox"
          />{' '}
          {say('person.minor')}
        </label>
        {disabled ? null : (
          <ActionButton kind="link" onClick={onRemove}>
            {say('person.remove')}
          </ActionButton>
        )}
      </div>
    </li>
  );
};

/** The people whom a picture shows, by name, in the form of a picture. */
export const PersonsField = ({ path, field, readOnly }: JSONFieldClientProps) => {
  const { say } = useWords();
  const nameOf = useFieldName('images');
  const { hasSavePermission } = useDocumentInfo();
  const { value, setValue, showError } = useField<readonly ShownPerson[] | null>({ path });
  const persons = value ?? [];
  const disabled = readOnly === true || hasSavePermission === false;
  const put = (at: number, next: readonly ShownPerson[]): void => setValue(persons.toSpliced(at, 1, ...next));
  return (
    <fieldset className="field-type bt-persons" id="field-persons">
      <legend>{nameOf('persons')}</legend>
      {field.admin?.description ? <FieldDescription description={field.admin.description} path={path} /> : null}
      <ul>
        {persons.map((person, at) => (
          <PersonRow
            at={at}
            disabled={disabled}
            // biome-ignore lint/suspicious/noArrayIndexKey: people have no ids, and are never put in another order
            key={at}
            onChange={(next) => put(at, [next])}
            onRemove={() => put(at, [])}
            person={person}
          />
        ))}
      </ul>
      {showError ? <p className="bt-persons__error">{say('person.needsName')}</p> : null}
      {disabled || persons.length >= mostPersons ? null : (
        <ActionButton id="person-add" onClick={() => setValue([...persons, { name: {}, told: false, minor: false }])}>
          {say('person.add')}
        </ActionButton>
      )}
    </fieldset>
  );
};
