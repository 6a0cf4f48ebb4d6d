import { expect } from 'vitest';
import { actOnLaunches } from '#editorial/launch/act.ts';
import type { LaunchStep } from '#editorial/launch/acting.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { completeText } from '../../support/lexical.ts';
import type { Answer } from '../../support/studio-caller.ts';
import type { Person } from '../../support/studio-people.ts';
import type { Road } from '../../whole-road/support/road.ts';

const hour = 60 * 60 * 1000;

/** An hour from now, and a second after that. */
export const moment = (): string => new Date(Date.now() + hour).toISOString();
export const justAfter = (at: string, more = 1000): Date => new Date(Date.parse(at) + more);

let count = 0;

export interface Launching {
  /** A text in these languages, each with words of its own. @returns its id */
  write(locales: readonly StudioLocale[], data?: object): Promise<string>;
  /** Writes a language of it anew. */
  rewrite(id: string, locale: StudioLocale, data: object): Promise<void>;
  approve(id: string, locales: readonly StudioLocale[], who?: Person): Promise<void>;
  review(id: string, locale: StudioLocale, action: string, who?: Person): Promise<Answer>;
  prepare(id: string, wish: object, who?: Person): Promise<Answer>;
  /** What the panel shows. */
  told(id: string, who?: Person): Promise<Answer['body']>;
  /** A round of a studio at a moment. */
  round(now: Date, step?: (step: LaunchStep) => void): Promise<void>;
  /** What the public reads in each language, without another one in its place: the title, or the status. */
  seen(id: string, locales: readonly StudioLocale[]): Promise<(string | number)[]>;
  /** How the list of a language shows the text of this title, another one in its place allowed: what it says of languages, null without it. */
  listed(locale: string, title: string): Promise<object | null>;
}

export const launchingOn = (road: Road): Launching => {
  const { studio, people } = road;
  const { editor, publisher } = people;
  const path = (id: string) => `/api/articles/${id}`;
  const done = (answer: Answer) => expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  const rewrite: Launching['rewrite'] = async (id, locale, data) => {
    const { body } = await editor.get(`${path(id)}?locale=${locale}&draft=true&depth=0`);
    done(await editor.patch(`${path(id)}?locale=${locale}&depth=0`, { ...data, revision: body.revision }));
  };
  const listed: Launching['listed'] = async (locale, title) => {
    const { body } = await road.read(`/v1/${locale}/articles?limit=100`);
    return body.data.find((one: { title: string }) => one.title === title)?.language ?? null;
  };
  const review: Launching['review'] = (id, locale, action, who = publisher) =>
    who.post(`${path(id)}/review`, { locale, action });
  return {
    rewrite,
    review,
    listed,
    write: async (locales, data = {}) => {
      count += 1;
      const [first = 'vi', ...others] = locales;
      const made = await editor.post(`/api/articles?locale=${first}&depth=0`, {
        ...completeText(`${first} ${count}`),
        ...data,
      });
      expect(made.status, JSON.stringify(made.body)).toBe(201);
      for (const locale of others) await rewrite(made.body.doc.id, locale, completeText(`${locale} ${count}`));
      return made.body.doc.id;
    },
    approve: async (id, locales, who = publisher) => {
      for (const locale of locales) done(await review(id, locale, 'approve', who));
    },
    prepare: (id, wish, who = publisher) => who.post(`${path(id)}/launch`, wish),
    told: async (id, who = publisher) => {
      const answer = await who.get(`${path(id)}/launch`);
      done(answer);
      return answer.body;
    },
    round: (now, step) =>
      actOnLaunches({ payload: studio.payload, rules: { selfPublish: false }, now, ...(step && { step }) }),
    seen: async (id, locales) => {
      await road.arrived();
      const { body } = await editor.get(`${path(id)}?locale=all&depth=0&draft=true`);
      const answers: (string | number)[] = [];
      for (const locale of locales) {
        const tag = locale === 'zh' ? 'zh-Hans' : locale;
        const read = await road.read(`/v1/${tag}/articles/${body.slug?.[locale] ?? 'none'}?fallback=none`);
        answers.push(read.status === 200 ? read.body.data.title : read.status);
      }
      return answers;
    },
  };
};
