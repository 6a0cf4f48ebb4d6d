import { Gutter } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import type { ReactNode } from 'react';
import { isStudioLocale, type StudioLocale } from '#languages/locales.ts';
import { type DeskSectionKey, deskSectionKeys } from '../../desk/desk.ts';
import { readPerson } from '../../desk/desk-person.ts';
import { readDesk } from '../../desk/desk-query.ts';
import { DeskSectionCard } from './desk-section-card.tsx';

type Say = (key: string, values?: Record<string, string | number>) => string;

/** Acts with which a day often begins, each shown to whoever may do it. */
const beginnings = ['articles', 'events', 'images'] as const;

const Beginnings = ({ may, say }: { may: (collection: string) => boolean; say: Say }) => (
  <nav aria-label={say('studio:desk.begin')} className="bt-desk__begin">
    {beginnings.filter(may).map((collection) => (
      <a className="bt-button bt-button--plain" href={`/admin/collections/${collection}/create`} key={collection}>
        {say(`studio:desk.new.${collection}`)}
      </a>
    ))}
  </nav>
);

const greeting = (hour: number): string =>
  hour < 11 ? 'morning' : hour < 14 ? 'noon' : hour < 18 ? 'afternoon' : 'evening';

/** Hour of the day in the city, where the studio's people work. */
const cityHour = (): number =>
  Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hour12: false, timeZone: 'Asia/Ho_Chi_Minh' }).format(
      new Date(),
    ),
  );

/** Sections that tell something and ask for nothing. */
const news: ReadonlySet<DeskSectionKey> = new Set(['recent', 'scheduled', 'refusals']);

/** One section with all that is in it, and the way back. */
const OpenedSection = ({ children, say }: { children: ReactNode; say: Say }) => (
  <Gutter className="bt-desk bt-desk--opened">
    <a href="/admin">{say('studio:desk.back')}</a>
    {children}
  </Gutter>
);

/** The desk: what waits for the signed-in person, with counts and links. Stands where Payload lists its collections. */
export const DeskView = async ({ initPageResult, searchParams }: AdminViewServerProps) => {
  const { req, permissions } = initPageResult;
  if (!req.user) return null;
  const say = req.i18n.t as Say;
  const language: StudioLocale = isStudioLocale(req.i18n.language) ? req.i18n.language : 'vi';
  const asked = deskSectionKeys.find((key) => key === searchParams?.section);
  const one = asked ? await readDesk(req.payload, req.user, asked) : null;
  // A section that does not concern the person, e.g. in a link from a colleague, leads to the whole desk
  const opened = one !== null && one.sections.length > 0;
  const desk = opened ? one : await readDesk(req.payload, req.user);
  const cards = desk.sections.map((section) => (
    <DeskSectionCard key={section.key} language={language} opened={opened} say={say} section={section} />
  ));
  if (opened) return <OpenedSection say={say}>{cards}</OpenedSection>;
  const waiting = desk.sections.filter(({ key }) => !news.has(key));
  const count = waiting.reduce((sum, section) => sum + section.count, 0);
  const may = (collection: string) => permissions.collections?.[collection]?.create === true;
  const name = readPerson(req.user).name;
  return (
    <Gutter className="bt-desk">
      <header className="bt-desk__head">
        <div>
          <h1>{say(`studio:desk.${greeting(cityHour())}`, { name })}</h1>
          <p>{count === 0 ? say('studio:desk.nothing') : say('studio:desk.waiting', { count })}</p>
        </div>
        <Beginnings may={may} say={say} />
      </header>
      <div className="bt-desk__sections">{cards}</div>
    </Gutter>
  );
};
