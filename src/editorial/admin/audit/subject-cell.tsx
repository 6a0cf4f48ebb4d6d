import type { DefaultServerCellComponentProps } from 'payload';

/** Kinds of documents that have a page of their own in the studio. */
const withPage = new Set([
  'articles',
  'events',
  'images',
  'albums',
  'places',
  'topics',
  'concepts',
  'agencies',
  'rights',
  'consents',
  'users',
]);

/** Leads from a line of the audit log to the document that it names; who may not see that one finds nothing there. */
export const SubjectCell = ({ cellData, rowData }: DefaultServerCellComponentProps) => {
  const { collection } = (rowData ?? {}) as { collection?: unknown };
  if (typeof cellData !== 'string' || cellData === '') return <span>–</span>;
  const short = cellData.slice(0, 8);
  if (typeof collection !== 'string' || !withPage.has(collection)) return <span title={cellData}>{short}</span>;
  return (
    <a href={`/admin/collections/${collection}/${cellData}`} title={cellData}>
      {short}
    </a>
  );
};
