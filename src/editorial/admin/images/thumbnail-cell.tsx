import type { DefaultServerCellComponentProps } from 'payload';

const idOf = (row: unknown): string | null => {
  if (!row || typeof row !== 'object' || !('id' in row)) return null;
  return typeof row.id === 'string' || typeof row.id === 'number' ? String(row.id) : null;
};

/** A small picture in the list; its bytes come under the same rule as the picture's own page. */
export const ThumbnailCell = ({ rowData }: DefaultServerCellComponentProps) => {
  const id = idOf(rowData);
  return id ? (
    <img
      alt=""
      className="bt-thumbnail"
      height={60}
      loading="lazy"
      src={`/api/images/${id}/file?width=400`}
      width={80}
    />
  ) : null;
};
