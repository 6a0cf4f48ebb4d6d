'use client';
import { getTranslation } from '@payloadcms/translations';
import { useConfig, useTranslation } from '@payloadcms/ui';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';
import type { ImageDraft } from './image-draft.ts';

interface Props {
  draft: ImageDraft;
  onChange: (draft: ImageDraft) => void;
}

/** Rights statements to choose from, with their names in the person’s language. */
export const useRightsOptions = (): { value: string; label: string }[] => {
  const { getEntityConfig } = useConfig();
  const { i18n } = useTranslation();
  const fields = getEntityConfig({ collectionSlug: 'images' })?.fields ?? [];
  const rights = fields.find((field) => 'name' in field && field.name === 'rights');
  if (rights?.type !== 'select') return [];
  return rights.options.map((option) =>
    typeof option === 'string'
      ? { value: option, label: option }
      : { value: option.value, label: String(getTranslation(option.label, i18n)) },
  );
};

/** Who made the picture, who is to be named, what others may do with it, and when it was taken. */
export const RightsFields = ({ draft, onChange }: Props) => {
  const { say } = useWords();
  const nameOf = useFieldName('images');
  const options = useRightsOptions();
  const text = (key: 'credit' | 'creator' | 'takenOn', hint?: string) => (
    <label className="bt-field" htmlFor={`image-${key}`}>
      <span>{nameOf(key)}</span>
      <input
        id={`image-${key}`}
        onChange={(event) => onChange({ ...draft, [key]: event.target.value })}
        value={draft[key]}
      />
      {hint ? <small>{hint}</small> : null}
    </label>
  );
  return (
    <div className="bt-upload__rights">
      {text('credit', say('image.creditHint'))}
      {text('creator')}
      <label className="bt-field" htmlFor="image-rights">
        <span>{nameOf('rights')}</span>
        <select
          id="image-rights"
          onChange={(event) => onChange({ ...draft, rights: event.target.value })}
          value={draft.rights}
        >
          <option value="">{say('image.rightsNone')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
      {text('takenOn', say('image.dateHint'))}
    </div>
  );
};
