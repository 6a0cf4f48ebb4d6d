/** Nothing of a page leads outside, nothing frames it, and nobody gives it another base. */
const usual = [
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/**
 * What a page of the studio may do. Of scripts it runs those that the studio wrote into this very answer, and what they
 * load in turn; a script that somebody brought into a text knows no number that was drawn for one answer. Styles may
 * stand in the page: Next, Payload and its lists of choices write them there.
 * @param nonce drawn for one answer and never again; letters, digits, `-` and `_`
 */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    ...usual,
  ].join('; ');

/** Of everything else, which is data: opened by itself in a browser it runs and loads nothing, in an origin of its own. */
export const dataPolicy = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What an answer may do that says nothing of it itself. @param type its `Content-Type` */
export const policyFor = (type: unknown, nonce: string): string =>
  /^text\/html\b/i.test(String(type)) ? pagePolicy(nonce) : dataPolicy;
