'use client';
import { $isBlockNode, type BlockNode } from '@payloadcms/richtext-lexical/client';
import {
  $addUpdateTag,
  $getNearestNodeFromDOMNode,
  HISTORIC_TAG,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
} from '@payloadcms/richtext-lexical/lexical';
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext';
import { useAllFormFields } from '@payloadcms/ui';
import type { FormState } from 'payload';
import { useEffect, useRef } from 'react';
import { isSame } from '../../workflow/content-changes.ts';

type Values = Readonly<Record<string, unknown>>;

const valuesOf = (fields: FormState): Values =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));

/** What somebody changed in the box since it was opened. */
const changed = (values: Values, since: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => !isSame(value, since[name])));

/** The box in the text to which a place on the page belongs; to be asked within a read or an update of the text. */
const $boxAround = (place: Element | null): BlockNode | null => {
  const node = place && $getNearestNodeFromDOMNode(place);
  return $isBlockNode(node) ? node : null;
};

/** Puts the values into the text, unless they stand there already. */
const putInto = (editor: LexicalEditor, place: Element | null, values: Values): void => {
  const stands = editor.read(() => {
    const fields = $boxAround(place)?.getFields();
    return !fields || Object.entries(values).every(([name, value]) => isSame(value, fields[name]));
  });
  if (stands) return;
  editor.update(() => {
    const box = $boxAround(place);
    box?.setFields({ ...box.getFields(), ...values }, true);
    // The caret stays where somebody is typing. The box keeps a history of its own: undoing in the text passes it by.
    $addUpdateTag(SKIP_DOM_SELECTION_TAG);
    $addUpdateTag(HISTORIC_TAG);
  });
};

/**
 * Field without words of its own in every box of a text (picture, fact box): hands on what is typed there to the text, at
 * once. Payload does it with the server's answer about the box, 250 ms and a journey later, and not at all for strokes
 * that fall between a question and its answer; an answer that comes late puts older words into the text again. Here the
 * form of the box has the last word: whatever else changes the text, what was typed is put back.
 *
 * The fields of a box are flat: a name for each value, without groups and rows.
 */
export const WordsIntoText = () => {
  const [editor] = useLexicalComposerContext();
  const [fields] = useAllFormFields();
  const place = useRef<HTMLSpanElement>(null);
  const opened = useRef<Values>(null);
  const typed = useRef<Values>({});

  useEffect(() => {
    const values = valuesOf(fields);
    opened.current ??= values;
    typed.current = { ...typed.current, ...changed(values, { ...opened.current, ...typed.current }) };
    putInto(editor, place.current, typed.current);
  }, [editor, fields]);

  useEffect(() => editor.registerUpdateListener(() => putInto(editor, place.current, typed.current)), [editor]);

  return <span hidden ref={place} />;
};
