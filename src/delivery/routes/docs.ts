import { z } from 'zod';
import type { Context } from '../context.ts';
import { prepare, send } from '../http/answer.ts';
import { etagOf } from '../http/bytes.ts';
import { cacheFor } from '../http/headers.ts';
import { readQuery } from '../http/query.ts';
import { also, conditions, page as pageHeaders } from './responses.ts';
import type { Handler, Route } from './route.ts';

const noParameters = z.strictObject({});

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bến Thành: API reference</title>
<link rel="icon" href="data:,">
</head>
<body>
<div id="reference"></div>
<noscript>The reference needs JavaScript; the same description as data is at <a href="openapi.json">openapi.json</a>.</noscript>
<script src="docs/reference.js"></script>
<script src="docs/start.js"></script>
</body>
</html>
`;

const start = `Scalar.createApiReference('#reference', {
  url: new URL('../openapi.json', document.currentScript.src).href,
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
  defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
});
`;

/** Nothing from anywhere else; requests only to this API. The reference puts its styles into the page itself. */
const policyFor = (publicUrl: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ${new URL(publicUrl).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const sendText = (context: Context, contentType: string, text: string): Handler => {
  const bytes = Buffer.from(text);
  const policy = policyFor(context.publicUrl);
  const answer = prepare({ contentType, bytes, etag: etagOf(bytes), cacheControl: cacheFor.pages, policy });
  return (request, response) => {
    readQuery(request.url, noParameters);
    context.count(send(request, response, answer));
  };
};

const operation = (operationId: string, summary: string, contentType: string): Route['operation'] => ({
  operationId,
  tags: ['reference'],
  summary,
  requestParams: { header: conditions },
  responses: {
    200: { description: 'The file', headers: pageHeaders, content: { [contentType]: { schema: { type: 'string' } } } },
    ...also(304),
  },
});

export const docs: Route = {
  path: '/docs',
  operation: operation('getDocs', 'This reference as a page', 'text/html'),
  handler: (context) => sendText(context, 'text/html; charset=utf-8', page),
};

export const docsStart: Route = {
  path: '/docs/start.js',
  operation: operation('getDocsStart', 'Starts the reference page', 'text/javascript'),
  handler: (context) => sendText(context, 'text/javascript; charset=utf-8', start),
};
