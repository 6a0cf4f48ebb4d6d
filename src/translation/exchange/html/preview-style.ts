/** How a preview looks: two columns that stay side by side on paper, a unit never torn between two pages. */
export const previewStyle = `
:root { color-scheme: light; font: 1rem/1.6 system-ui, sans-serif; color: #1b1b1b; background: #fff; }
body { max-width: 80rem; margin: 2rem auto; padding: 0 1rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: .5rem .75rem; border-bottom: 1px solid #ccc; text-align: start; vertical-align: top; overflow-wrap: anywhere; white-space: pre-wrap; }
th:first-child { width: 3.5rem; font-weight: normal; color: #555; }
.title td, .heading td { font-weight: bold; }
.missing { color: #8a2b00; }
ul { margin: .5rem 0 0; padding: 0 0 0 1.25rem; font-size: .875rem; color: #444; }
a { color: #0b4f9e; }
@media print { body { margin: 0; max-width: none; } thead { display: table-header-group; } tr { break-inside: avoid; } a { color: inherit; } }
`;
