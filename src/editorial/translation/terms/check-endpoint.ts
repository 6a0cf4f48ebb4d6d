import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { decide } from '#access/decide.ts';
import { Failure } from '#errors/failure.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { Concept } from '#translation/terms/concept.ts';
import { findTerms } from '#translation/terms/find-terms.ts';
import { standingOn } from '#translation/terms/standing.ts';
import { termFindings, writable } from '#translation/terms/term-findings.ts';
import type { TermIndex } from '#translation/terms/term-index.ts';
import { answering } from '../../endpoints/after-error.ts';
import { readJson } from '../../endpoints/read-json.ts';
import { signedIn } from '../../endpoints/signed-in.ts';
import { cityDay } from './city-day.ts';
import { registryOf } from './registry.ts';

const locale = z.enum(studioLocales);
const texts = z.array(z.string().max(40_000)).max(1000);
const question = z.strictObject({
  locale,
  texts,
  source: z.strictObject({ locale, texts }).optional(),
});
type Question = z.infer<typeof question>;

/** @throws Failure where the person may not read the registry */
export const checkReader = (req: PayloadRequest): void => {
  const decision = decide(signedIn(req), 'read', { kind: 'concept' });
  if ('refuse' in decision) throw new Failure(decision.refuse);
};

/** What must not be written for a concept, with the reason. */
const avoided = ({ forms }: Concept, target: StudioLocale, day: string) =>
  forms
    .filter((form) => form.locale === target && ['forbidden', 'obsolete'].includes(standingOn(form, day) ?? ''))
    .map(({ term, reason, stops }) => ({ term, ...(reason ? { reason } : {}), stops }));

/** Official names that a source names, with what to write in the other language. */
const namesOf = (index: TermIndex, { locale: target, source }: Question, day: string) =>
  (source?.texts ?? []).flatMap((text, at) =>
    findTerms(index, text, source?.locale ?? target, day).map(({ concept, start, end }) => ({
      text: at,
      start,
      end,
      found: text.slice(start, end),
      conceptId: concept.id,
      kind: concept.kind,
      ...(concept.definition ? { definition: concept.definition } : {}),
      instead: writable(concept, target, day),
      avoid: avoided(concept, target, day),
    })),
  );

const findingsOf = (index: TermIndex, { locale: target, texts: written, source }: Question, day: string) =>
  written.flatMap((text, at) => {
    const from = source?.texts[at];
    const pair = {
      target: { text, locale: target },
      ...(source && from !== undefined ? { source: { text: from, locale: source.locale } } : {}),
      day,
    };
    return termFindings(index, pair).map((finding) => ({ text: at, ...finding }));
  });

/**
 * `POST /api/translation/terms/check`: what is wrong with the names in texts of one language, and which official names their
 * sources name. `text` is the number of the text, from 0; places are UTF-16 units.
 */
export const checkTermsEndpoint: Endpoint = {
  path: '/translation/terms/check',
  method: 'post',
  handler: answering(async (req) => {
    checkReader(req);
    const asked = await readJson(req, question);
    const { index } = await registryOf(req.payload);
    const day = cityDay(new Date());
    const answer = { findings: findingsOf(index, asked, day), names: namesOf(index, asked, day) };
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } });
  }),
};
