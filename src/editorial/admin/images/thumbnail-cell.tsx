import type { DefaultServerCellComponentProps } from 'payload';
import { SmallPicture } from './small-picture.tsx';

const idOf = (row: unknown): string | null => {
  if (!row || typeof row !== 'object' || !('id' in row)) return null;
  return typeof row.id === 'string' || typeof row.id === 'number' ? String(row.id) : null;
};

/** A small picture in the list; its bytes come under the same rule as the picture's own page. */
export const ThumbnailCell = ({ rowData }: DefaultServerCellComponentProps) => {
  const id = idOf(rowData);
  return id ? <SmallPicture src={`/api/images/${id}/file?width=400`} /> : null;
};
