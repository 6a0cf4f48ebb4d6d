'use client';
import { createClientFeature, useEditorConfigContext } from '@payloadcms/richtext-lexical/client';
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext';
import { useForm, useFormFields } from '@payloadcms/ui';
import type { FormField } from 'payload';
import { useEffect, useRef } from 'react';
import { isSame } from '../../workflow/content-changes.ts';

/** Whether a field got another value as a person's words come in, and not by a save or another opening of the form. */
const isRewritten = (now: FormField | undefined, before: FormField | undefined): boolean =>
  now?.value !== before?.value && now?.initialValue === before?.initialValue;

/**
 * Gives the form what stands in the editor whenever the form holds something else. Payload checks a field some time after
 * a stroke and writes the words of then into the form again, over newer ones, when the field has become valid by them;
 * the editor never learns of it.
 */
const WordsIntoForm = () => {
  const [editor] = useLexicalComposerContext();
  const { fieldProps } = useEditorConfigContext();
  const { path } = fieldProps;
  const { dispatchFields } = useForm();
  const field = useFormFields(([fields]) => fields[path]);
  const before = useRef(field);

  useEffect(() => {
    const rewritten = isRewritten(field, before.current);
    before.current = field;
    if (!rewritten || !editor.isEditable()) return;
    const words = editor.getEditorState().toJSON();
    if (!isSame(words, field?.value)) dispatchFields({ type: 'UPDATE', path, value: words });
  }, [editor, field, path, dispatchFields]);

  return null;
};

/** Part of every editor of text: what is typed there reaches the form. */
export const WordsIntoFormClient = createClientFeature({
  plugins: [{ Component: WordsIntoForm, position: 'normal' }],
});
