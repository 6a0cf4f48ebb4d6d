import type { Endpoint, PayloadRequest } from 'payload';
import type { StudioLocale } from '#languages/locales.ts';
import { noteGlimpses } from '../../audit/note-reads.ts';
import { answering } from '../../endpoints/after-error.ts';
import { signedIn } from '../../endpoints/signed-in.ts';
import { streamed } from '../../endpoints/streamed.ts';
import { noteLeaving, takingDoor, whoTakes } from '../../endpoints/who-takes.ts';
import { languageOf } from '../../words/language-of.ts';
import { cityDay } from '../terms/city-day.ts';
import type { Found } from './ask.ts';
import { coverageCsv } from './coverage-csv.ts';
import { openNamer } from './names.ts';
import { documentsIn, facetLists, givenIn, nameFacets, showRow } from './page.ts';
import { type Asked, readQuestion } from './question.ts';
import { type Sees, sightOf } from './sight.ts';
import { type StudioCoverage, settledCoverage } from './studio-coverage.ts';

const headers = { 'Cache-Control': 'no-store' };

interface Answered extends Omit<Asked, 'locale'> {
  readonly found: Found;
  readonly sees: Sees;
  readonly coverage: StudioCoverage;
  readonly locale: StudioLocale;
}

/** A question of a signed-in person with its whole answer, as everything stands committed now. */
const askFor = async (req: PayloadRequest): Promise<Answered> => {
  const sees = sightOf(signedIn(req));
  const { locale: asked, ...rest } = readQuestion(req.searchParams);
  const locale = asked ?? languageOf(req);
  const coverage = await settledCoverage(req.payload);
  return { ...rest, sees, locale, coverage, found: coverage.ask(rest.question, sees, locale) };
};

const table = async (req: PayloadRequest): Promise<Response> => {
  const { question, page, limit, locale, coverage, found } = await askFor(req);
  const total = found.rows.length;
  const rows = documentsIn(coverage.index.file, found.rows.subarray((page - 1) * limit, page * limit));
  await noteGlimpses(
    req,
    rows.map(({ collection, id }) => ({ collection, id })),
  );
  const lists = facetLists(found, question);
  const namer = await openNamer(req.payload, coverage, locale, [
    ...new Set([...lists.person.map(([id]) => id), ...givenIn(rows, question.languages)]),
  ]);
  const body = {
    ...{ total, page, limit, pages: Math.max(1, Math.ceil(total / limit)), languages: question.languages },
    states: found.states,
    facets: nameFacets(lists, namer),
    rows: rows.map((document) => showRow(document, question.languages, locale, namer.person, cityDay(new Date()))),
  };
  return Response.json(body, { headers });
};

const csv = async (req: PayloadRequest): Promise<Response> => {
  whoTakes(req);
  const { question, sees, locale, coverage, found } = await askFor(req);
  const namer = await openNamer(req.payload, coverage, locale, Object.keys(found.facets.person));
  const { file } = coverage.index;
  const parts = coverageCsv({ file, rows: found.rows, sees, languages: question.languages, locale, namer });
  const more = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="translations.csv"',
  };
  await noteLeaving(req, { table: 'translations' });
  return new Response(streamed(req, parts, 'the table of translations'), { headers: { ...headers, ...more } });
};

/**
 * `GET /api/translation/coverage`: the table of all documents and languages, a page of it, with the counts of everything found;
 * `GET /api/translation/coverage.csv`: all of it. Always for the clearance of whoever asks; both take the same question.
 */
export const coverageEndpoints: readonly Endpoint[] = [
  { path: '/translation/coverage', method: 'get', handler: answering(table) },
  { path: '/translation/coverage.csv', method: 'get', handler: takingDoor(csv) },
];
