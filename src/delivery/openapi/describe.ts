import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Route } from '../routes/route.ts';

const about = `Articles, events, pictures, albums, places, topics and agencies of the city, in Vietnamese, English, French and Chinese.

No key, no cookie: everything here is public and may be read from any page. Keep the \`ETag\` of an answer and send it
back as \`If-None-Match\`: what has not changed costs a 304. Every address answers \`HEAD\` as it answers \`GET\`, without the
body.`;

const tags = [
  { name: 'articles', description: 'News and stories' },
  { name: 'events', description: 'Festivals, fairs, exhibitions, conferences, delegations, press tours' },
  { name: 'images', description: 'The image archive' },
  { name: 'albums', description: 'Pictures in an order that somebody chose, in a tree' },
  { name: 'iiif', description: 'Deep zoom and parts of pictures, for viewers (IIIF)' },
  { name: 'places', description: 'Places with their official names' },
  { name: 'topics', description: 'The tree of topics' },
  { name: 'agencies', description: 'Departments and bodies of the city' },
  { name: 'operation', description: 'For those who run a node' },
  { name: 'reference', description: 'This description' },
];

/** The OpenAPI 3.1 document of these routes, made from the schemas that they validate and answer with. */
export const describe = (routes: readonly Route[], publicUrl: string): string => {
  const paths: ZodOpenApiPathsObject = Object.fromEntries(
    routes.map(({ path, operation }) => [path, { get: operation }]),
  );
  return JSON.stringify(
    createDocument({
      openapi: '3.1.0',
      info: {
        title: 'Bến Thành',
        version: '1',
        description: about,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: publicUrl }],
      tags,
      paths,
    }),
  );
};
