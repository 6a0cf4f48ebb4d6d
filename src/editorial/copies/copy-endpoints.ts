import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { handedForms } from '#collections/copies.ts';
import { longest } from '#collections/fields/texts.ts';
import { Failure } from '#errors/failure.ts';
import { studioLocales } from '#languages/locales.ts';
import type { MasterReader } from '#media/intake/master-store.ts';
import { answering } from '../endpoints/after-error.ts';
import { readJson } from '../endpoints/read-json.ts';
import { idIn, signedIn } from '../endpoints/signed-in.ts';
import { streamed } from '../endpoints/streamed.ts';
import { whoSteps } from '../endpoints/who-steps.ts';
import { languageOf } from '../words/language-of.ts';
import { askCopy, mostCopies, withdrawCopy } from './ask-copy.ts';
import { copiedContent } from './copied-content.ts';
import { copyFile } from './copy-file.ts';
import { copyPage } from './copy-page.ts';
import { copyPanel } from './copy-panel.ts';
import { grantCopy, refuseCopy } from './grant-copy.ts';
import { grantedFor, makeCopy } from './make-copy.ts';

const privately = { 'Cache-Control': 'private, no-store' };

const permission = z.string().min(1).max(64);
const reason = z.string().trim().min(1).max(longest.note);
const asking = z.strictObject({
  locale: z.enum(studioLocales),
  copies: z.int().min(1).max(mostCopies),
  purpose: reason,
  recipient: z.string().trim().min(1).max(200),
});
const granting = z.strictObject({ permission, reason: z.string().trim().max(longest.note).default('') });
const refusing = z.strictObject({ permission, reason });
const withdrawing = z.strictObject({ permission });
const making = z.strictObject({ permission, form: z.enum(handedForms) });

const panel = async (req: PayloadRequest): Promise<Response> =>
  Response.json(await copyPanel(req, signedIn(req), idIn(req)), { headers: privately });

const ask = async (req: PayloadRequest): Promise<Response> =>
  Response.json({ permission: await askCopy(req, signedIn(req), idIn(req), await readJson(req, asking)) });

const done = Response.json.bind(null, { done: true });

const grant = async (req: PayloadRequest): Promise<Response> => {
  const viewer = whoSteps(req);
  await grantCopy(req, viewer, idIn(req), await readJson(req, granting));
  return done();
};

const refuse = async (req: PayloadRequest): Promise<Response> => {
  await refuseCopy(req, signedIn(req), idIn(req), await readJson(req, refusing));
  return done();
};

const withdraw = async (req: PayloadRequest): Promise<Response> => {
  await withdrawCopy(req, signedIn(req), idIn(req), (await readJson(req, withdrawing)).permission);
  return done();
};

/** Reads what is to be copied before a number is used, and lets nothing of it leave before the register has the copy. */
const make =
  (masters: MasterReader) =>
  async (req: PayloadRequest): Promise<Response> => {
    const viewer = whoSteps(req);
    const sent = await readJson(req, making);
    const granted = await grantedFor(req, viewer, idIn(req), sent.permission);
    const language = languageOf(req);
    const content = await copiedContent(req, granted.marking, granted.permission.locale, language);
    const { master } = content;
    if (sent.form === 'print') {
      const copy = await makeCopy(req, viewer, granted, { form: 'print' });
      const { number, nth, total } = copy;
      return Response.json({ number, nth, total, html: copyPage(copy, content, language) }, { headers: privately });
    }
    if (!master || !(await masters.has(master.sha256))) throw new Failure('field-invalid', { field: 'form' });
    const copy = await makeCopy(req, viewer, granted, { form: 'file' });
    const bytes = await copyFile(copy, { ...content, master }, masters, language);
    const attached = `attachment; filename="copy-${copy.number}.zip"`;
    const headers = { ...privately, 'Content-Type': 'application/zip', 'Content-Disposition': attached };
    return new Response(streamed(req, bytes, 'a numbered copy'), { headers });
  };

const at = (method: 'get' | 'post', path: string, handle: (req: PayloadRequest) => Promise<Response>): Endpoint => ({
  path,
  method,
  handler: answering(handle),
});

/**
 * `GET /api/markings/:id/copies`, `POST …/ask-copy`, `…/grant-copy`, `…/refuse-copy`, `…/withdraw-copy`, and `…/make-copy`, which
 * answers a page to print as JSON (`html`), or a ZIP of a master with its sheet.
 */
export const copyEndpoints = (masters: MasterReader): readonly Endpoint[] => [
  at('get', '/:id/copies', panel),
  at('post', '/:id/ask-copy', ask),
  at('post', '/:id/grant-copy', grant),
  at('post', '/:id/refuse-copy', refuse),
  at('post', '/:id/withdraw-copy', withdraw),
  at('post', '/:id/make-copy', make(masters)),
];
