'use client';
import { useRightsOptions } from '../images/rights-fields.tsx';
import { useWords } from '../words/use-words.ts';
import type { EditPreview } from './edit-answers.ts';
import { useChangeName } from './use-change-name.ts';
import { useFacetWords } from './use-facet-words.ts';
import { useReason } from './use-reason.ts';

/** What an edit would do, before anybody says that it shall. */
export const EditPreviewList = ({ preview, undoable }: { preview: EditPreview; undoable: boolean }) => {
  const { say } = useWords();
  const { countWords } = useFacetWords();
  const nameOf = useChangeName();
  const reason = useReason();
  const statements = new Map(useRightsOptions().map(({ value, label }) => [value, label]));
  return (
    <div className="bt-edit__preview" id="edit-preview" role="status">
      <p>
        <strong>{say('archive.edit.changes', { number: countWords(preview.changes) })}</strong>
      </p>
      <ul>
        {preview.same > 0 ? <li>{say('archive.edit.same', { number: countWords(preview.same) })}</li> : null}
        {Object.entries(preview.left).map(([code, count]) => (
          <li key={code}>{say('archive.edit.left', { number: countWords(count), reason: reason(code) })}</li>
        ))}
        {preview.overwritten.map(({ field, value, count }) => (
          <li key={`${field}${value}`}>
            {say('archive.edit.overwritten', {
              number: countWords(count),
              field: nameOf(field),
              value: statements.get(value) ?? value,
            })}
          </li>
        ))}
      </ul>
      <p className="bt-edit__note">{say(undoable ? 'archive.edit.canUndo' : 'archive.edit.cannotUndo')}</p>
    </div>
  );
};
