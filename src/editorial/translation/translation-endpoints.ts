import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import type { Viewer } from '#access/viewer.ts';
import { longest } from '#collections/fields/texts.ts';
import { checkUncounted } from '../copies/counted.ts';
import { answering, problemFor } from '../endpoints/after-error.ts';
import { problemResponse } from '../endpoints/problem.ts';
import { readJson } from '../endpoints/read-json.ts';
import { signedIn } from '../endpoints/signed-in.ts';
import { noteLeaving, takingDoor, whoTakes } from '../endpoints/who-takes.ts';
import { addBeside } from './acts/add-beside.ts';
import { callLineFine } from './acts/call-fine.ts';
import { confirm } from './acts/confirm.ts';
import { keep } from './acts/keep.ts';
import { acting, type Opened, open, type Place } from './acts/opened.ts';
import { reviewAll, reviewLine } from './acts/review.ts';
import { SegmentConflict } from './acts/segment-conflict.ts';
import { setLineApart } from './acts/set-apart.ts';
import { contentSchema } from './content-schema.ts';
import { markingFor } from './document.ts';
import { apartKinds } from './ledger/unit.ts';
import { findLine } from './lines/line.ts';
import { nameIn, placeIn } from './place-in.ts';
import { custodyOf } from './telling/custody.ts';
import { custodyCsv } from './telling/custody-csv.ts';
import { hiddenAddresses, withoutLinks } from './telling/hidden-links.ts';
import { tellOne, tellSheet } from './telling/tell.ts';
import { tellLanguages } from './telling/tell-languages.ts';

const noStore = { headers: { 'Cache-Control': 'no-store' } };

const lineIn = (req: PayloadRequest): string => decodeURIComponent(String(req.routeParams?.line ?? ''));

const print = z.string().max(64);
const base = z.strictObject({ source: print, target: print });
const reason = z.string().max(longest.note);

const confirmation = z.strictObject({
  target: contentSchema,
  base,
  origin: z.enum(['human', 'memory']).default('human'),
});
const seen = z.strictObject({ base });
const apart = z.strictObject({ kind: z.enum(apartKinds).nullable(), reason: reason.default(''), base });
const beside = z.strictObject({ target: contentSchema, reason, base });
const fine = z.strictObject({ check: z.string().min(1).max(300), reason, base });
const all = z.strictObject({ seen: print });

/** A conflict brings back what was sent, beside what stands there: nobody has to type anything again. */
const withTexts = async (req: PayloadRequest, error: SegmentConflict): Promise<Response> => {
  const { source, theirs, mine, base: before, seen: now, line } = error.texts;
  const hidden = await hiddenAddresses(req, [line]);
  const shown = (content: typeof source) => content && withoutLinks(content, hidden);
  const texts = { source: shown(source), theirs: shown(theirs), mine, base: shown(before), seen: now };
  return problemResponse({ ...problemFor(req, error), conflict: texts } as ReturnType<typeof problemFor>);
};

type KeyOf = (before: Opened, after: Opened, name: string) => string;

/** The line of which something is remembered for the first time. */
const newKey: KeyOf = (before, after, name) => {
  const known = new Set(before.row.units.map(({ id }) => id));
  return after.row.units.find(({ id }) => !known.has(id))?.id ?? name;
};

/** What a line is called once something is remembered of it. */
const keyAfter: KeyOf = (before, after, name) =>
  findLine(before.sheet.lines, name)?.unit?.id ?? newKey(before, after, name);

/** An act upon one line: `POST /api/translation/:collection/:id/:locale/segments/:line…`. */
const onLine = <T>(
  path: string,
  action: 'translate' | 'review-translation',
  schema: z.ZodType<T>,
  act: (opened: Opened, line: string, asked: T) => Promise<Opened>,
  keyOf: KeyOf = keyAfter,
): Endpoint => ({
  path: `/translation/:collection/:id/:locale/segments/:line${path}`,
  method: 'post',
  handler: answering(async (req) => {
    const viewer = signedIn(req);
    const place = placeIn(req);
    const name = lineIn(req);
    const asked = await readJson(req, schema);
    try {
      const { opened, key } = await acting(req, viewer, action, place, async (before) => {
        const after = await act(before, name, asked);
        return { opened: after, key: keyOf(before, after, name) };
      });
      return Response.json(await tellOne(opened, findLine(opened.sheet.lines, key)), noStore);
    } catch (error) {
      if (error instanceof SegmentConflict) return withTexts(req, error);
      throw error;
    }
  }),
});

const reading = (path: string, read: (req: PayloadRequest, viewer: Viewer) => Promise<Response>): Endpoint => ({
  path: `/translation/:collection/:id${path}`,
  method: 'get',
  handler: answering((req) => read(req, signedIn(req))),
});

/** The same as a file that somebody takes along. */
const taking = (path: string, read: (req: PayloadRequest, viewer: Viewer) => Promise<Response>): Endpoint => ({
  path: `/translation/:collection/:id${path}`,
  method: 'get',
  handler: takingDoor(async (req) => read(req, whoTakes(req))),
});

/** Who did what to each segment, as a file: of what may leave without a number; the log is told that it leaves. @throws Failure `copy-needs-permission` */
const custodyToTake = async (req: PayloadRequest, viewer: Viewer) => {
  const place = placeIn(req);
  const opened = await open(req, viewer, place);
  checkUncounted((await markingFor(req, opened.document)).marking);
  const custody = await custodyOf(opened);
  await noteLeaving(req, { table: 'custody', collection: place.collection, documentId: place.id });
  return custody;
};

const attached = (place: Place, ending: string) =>
  `attachment; filename="custody-${place.collection}-${place.id.slice(0, 8)}-${place.locale}.${ending}"`;

/** Doors of the translation workbench. */
export const translationEndpoints: readonly Endpoint[] = [
  reading('', async (req, viewer) => Response.json(await tellLanguages(req, viewer, nameIn(req)), noStore)),
  reading('/:locale', async (req, viewer) =>
    Response.json(await tellSheet(await open(req, viewer, placeIn(req))), noStore),
  ),
  taking('/:locale/custody', async (req, viewer) => {
    const place = placeIn(req);
    const headers = { ...noStore.headers, 'Content-Disposition': attached(place, 'json') };
    return Response.json(await custodyToTake(req, viewer), { headers });
  }),
  taking('/:locale/custody/csv', async (req, viewer) => {
    const place = placeIn(req);
    const custody = await custodyToTake(req, viewer);
    const type = { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': attached(place, 'csv') };
    return new Response(custodyCsv(custody), { headers: { ...noStore.headers, ...type } });
  }),
  onLine('', 'translate', confirmation, confirm),
  onLine('/keep', 'translate', seen, (opened, line, asked) => keep(opened, line, asked.base)),
  onLine('/apart', 'translate', apart, setLineApart),
  onLine('/beside', 'translate', beside, addBeside, newKey),
  onLine('/fine', 'translate', fine, callLineFine),
  onLine('/review', 'review-translation', seen, (opened, line, asked) => reviewLine(opened, line, asked.base)),
  {
    path: '/translation/:collection/:id/:locale/review',
    method: 'post',
    handler: answering(async (req) => {
      const viewer = signedIn(req);
      const place = placeIn(req);
      const asked = await readJson(req, all);
      const done = await acting(req, viewer, 'review-translation', place, (opened) => reviewAll(opened, asked.seen));
      return Response.json(done, noStore);
    }),
  },
];
