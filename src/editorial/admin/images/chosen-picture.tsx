'use client';
import { useFormFields } from '@payloadcms/ui';

const idOf = (value: unknown): string | null => {
  if (typeof value === 'string' && value !== '') return value;
  return value && typeof value === 'object' && 'id' in value ? String(value.id) : null;
};

/** Shows the picture that a field has chosen, beneath the field. */
export const ChosenPicture = ({ path }: { path: string }) => {
  const id = useFormFields(([fields]) => idOf(fields[path]?.value));
  return id ? <img alt="" className="bt-chosen" key={id} src={`/api/images/${id}/file?width=800`} /> : null;
};
