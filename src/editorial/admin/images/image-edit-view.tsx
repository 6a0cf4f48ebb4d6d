'use client';
import { useDocumentInfo } from '@payloadcms/ui';
import type { DocumentViewClientProps } from 'payload';
import { EditView } from '../languages/edit-view.tsx';
import { ImageUpload } from './image-upload.tsx';

/** A new picture begins with its file, an old one with the usual form. */
export const ImageEditView = (props: DocumentViewClientProps) => {
  const { id } = useDocumentInfo();
  return id ? <EditView {...props} /> : <ImageUpload />;
};
