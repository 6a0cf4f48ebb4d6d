/** How Payload names the heading of a column: a field within a group has a dash, or two lines, where its path has a dot. */
const headings = (path: string): string[] =>
  [...new Set([path.replaceAll('.', '-'), path.replaceAll('.', '__')])].map((name) => `#heading-${name}`);

/**
 * Takes the arrows from columns by which a list cannot be ordered, since what the database holds of them is not what they say. Payload has no
 * setting for it.
 * @param columns paths of fields
 */
export const UnorderedColumns = ({ columns }: { readonly columns: readonly string[] }) => (
  <style>
    {`${columns
      .flatMap(headings)
      .map((heading) => `${heading} .sort-column__buttons`)
      .join(',')}{display:none}`}
  </style>
);
