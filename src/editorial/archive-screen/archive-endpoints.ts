import type { Endpoint, PayloadRequest } from 'payload';
import type { StudioLocale } from '#languages/locales.ts';
import { noteReads } from '../audit/note-reads.ts';
import { answering } from '../endpoints/after-error.ts';
import { signedIn } from '../endpoints/signed-in.ts';
import { languageOf } from '../words/language-of.ts';
import type { Found, Sight } from './ask.ts';
import { facetNamer } from './facet-names.ts';
import { type FacetName, facetNames, none } from './index/picture.ts';
import { type Asked, mostIds, readQuestion } from './question.ts';
import { showPictures } from './shown-pictures.ts';
import { type StudioArchive, settledArchive, sightOf } from './studio-archive.ts';

const headers = { 'Cache-Control': 'no-store' };

/** A question of a signed-in person with its whole answer, as everything stands committed now. */
const askFor = async (
  req: PayloadRequest,
  most?: number,
): Promise<Asked & { found: Found; archive: StudioArchive; sight: Sight }> => {
  const viewer = signedIn(req);
  const asked = readQuestion(req.searchParams, most);
  const archive = await settledArchive(req.payload);
  const sight = await sightOf(viewer, archive);
  return { ...asked, archive, sight, found: archive.ask(asked.question, sight) };
};

const languageFor = (req: PayloadRequest, locale: StudioLocale | null): StudioLocale => locale ?? languageOf(req);

const pictures = async (req: PayloadRequest): Promise<Response> => {
  const { found, archive, from, limit, locale } = await askFor(req);
  const rows = found.rows.subarray(from, from + limit);
  const ids = [...rows].flatMap((row) => archive.index.columns.ids[row] ?? []);
  await noteReads(req, 'images', ids, 'glance');
  const shown = await showPictures(req, ids, languageFor(req, locale));
  return Response.json({ total: found.rows.length, state: found.state, from, pictures: shown }, { headers });
};

/** Width by height of every picture found, in thousandths, as 16-bit numbers with the low byte first. */
const shapes = async (req: PayloadRequest): Promise<Response> => {
  const { found, archive } = await askFor(req);
  const { widths, heights } = archive.index.columns;
  const ratios = new DataView(new ArrayBuffer(found.rows.length * 2));
  found.rows.forEach((row, at) => {
    const [width, height] = [widths[row] || 1, heights[row] || 1];
    ratios.setUint16(at * 2, Math.min(65_535, Math.max(1, Math.round((width / height) * 1000))), true);
  });
  const more = { 'Content-Type': 'application/octet-stream', 'X-Archive-State': found.state };
  return new Response(ratios.buffer, { headers: { ...headers, ...more } });
};

const ids = async (req: PayloadRequest): Promise<Response> => {
  const { found, archive, from, limit } = await askFor(req, mostIds);
  const rows = found.rows.subarray(from, from + limit);
  const named = [...rows].flatMap((row) => archive.index.columns.ids[row] ?? []);
  return Response.json({ total: found.rows.length, state: found.state, from, ids: named }, { headers });
};

/** Values of facets with their counts: years the newest first, everything else the most frequent first. What is chosen is among them. */
const inOrder = (name: FacetName, counts: Found['facets'][FacetName], chosen: readonly string[]): [string, number][] =>
  Object.entries({ ...Object.fromEntries(chosen.map((value) => [value, 0])), ...counts }).sort(
    ([one, many], [other, more]) =>
      name === 'year' ? other.localeCompare(one) : more - many || one.localeCompare(other),
  );

/** Most values of one facet that an answer lists. */
const mostValues = 200;

/** Of all that facets name, albums alone are marked: their titles are shown. */
const noteAlbums = (req: PayloadRequest, { knowsAlbum }: Sight, values: readonly (readonly [string, number])[]) =>
  noteReads(
    req,
    'albums',
    values.map(([value]) => value).filter((value) => value !== none && knowsAlbum(value)),
    'glance',
  );

const facets = async (req: PayloadRequest): Promise<Response> => {
  const { archive, sight, found, question, locale } = await askFor(req);
  const namer = facetNamer(req.payload, archive, sight, languageFor(req, locale));
  const listed: Record<string, object> = {};
  for (const name of facetNames) {
    const nameOf = await namer(name);
    const values = inOrder(name, found.facets[name], question.chosen[name] ?? []).slice(0, mostValues);
    if (name === 'album') await noteAlbums(req, sight, values);
    listed[name] = values.map(([value, count]) => {
      const label = value === none ? null : nameOf(value);
      return { value, count, ...(label === null ? {} : { label }) };
    });
  }
  return Response.json({ total: found.rows.length, state: found.state, facets: listed }, { headers });
};

/**
 * `GET /api/images/archive/pictures`, `…/shapes`, `…/ids` and `…/facets`: the archive as its screen asks of it, always for the
 * clearance of whoever asks. All four take the same question (`readQuestion`).
 */
export const archiveEndpoints: readonly Endpoint[] = [
  { path: '/archive/pictures', method: 'get', handler: answering(pictures) },
  { path: '/archive/shapes', method: 'get', handler: answering(shapes) },
  { path: '/archive/ids', method: 'get', handler: answering(ids) },
  { path: '/archive/facets', method: 'get', handler: answering(facets) },
];
