'use client';
import { RenderDefaultCell } from '@payloadcms/ui';
import type { DefaultCellComponentProps } from 'payload';
import { useWords } from '../words/use-words.ts';
import { useDocumentLanguages } from './languages-store.ts';
import { titleAnywhere } from './title-anywhere.ts';

/** In a list: the title in the language of the list, else in the language in which the document was written. */
export const TitleCell = (props: DefaultCellComponentProps) => {
  const { language } = useWords();
  const { cellData, collectionSlug, rowData } = props;
  const id = rowData?.id === undefined ? undefined : String(rowData.id);
  const { languages } = useDocumentLanguages(collectionSlug, id, language, rowData?.updatedAt);
  const title = cellData || titleAnywhere(languages);
  return (
    <RenderDefaultCell
      clientProps={{ ...props, cellData: title }}
      columnIndex={0}
      isLinkedColumn={props.link === true}
    />
  );
};
