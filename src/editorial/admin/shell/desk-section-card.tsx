import type { StudioLocale } from '#languages/locales.ts';
import type { DeskItem, DeskSection } from '../../desk/desk.ts';
import { Moment } from './moment.tsx';
import { RefusedFacts } from './refused-facts.tsx';

type Say = (key: string, values?: Record<string, string | number>) => string;

const addressOf = (item: DeskItem): string => {
  const [locale] = item.locales;
  return `/admin/collections/${item.collection}/${item.id}${locale ? `?locale=${locale}` : ''}`;
};

const LaunchFacts = ({ launch, say }: { launch: NonNullable<DeskItem['launch']>; say: Say }) => (
  <>
    <span>{say(`launch:state.${launch.state}`)}</span>
    {launch.late > 0 ? <span>{say('launch:late', { count: launch.late })}</span> : null}
  </>
);

const Item = ({ item, language, say }: { item: DeskItem; language: StudioLocale; say: Say }) => (
  <li>
    <a href={addressOf(item)}>
      <span className="bt-desk__title">
        {item.title || say(item.refused ? 'studio:desk.refused.nobody' : 'studio:desk.untitled')}
      </span>
      <span className="bt-desk__facts">
        {item.refused ? <RefusedFacts language={language} refused={item.refused} /> : null}
        {item.master ? <span>{say(`studio:desk.master.${item.master}`)}</span> : null}
        {item.ends ? <span>{say('studio:desk.ends', item.ends)}</span> : null}
        {item.term ? <span>{say(`studio:desk.term.${item.term.within}`)}</span> : null}
        {item.copy ? <span>{say(`studio:desk.copy.${item.copy.why}`)}</span> : null}
        {item.launch ? <LaunchFacts launch={item.launch} say={say} /> : null}
        {item.loses ? (
          <span>{say(item.loses.within === 0 ? 'studio:desk.lost' : 'studio:desk.loses', item.loses)}</span>
        ) : null}
        {item.refused || item.master ? null : <span>{say(`studio:kind.${item.collection}`)}</span>}
        {item.locales.map((locale) => (
          <abbr className="bt-language" key={locale} title={say(`studio:language.${locale}`)}>
            {say(`studio:language.short.${locale}`)}
          </abbr>
        ))}
        {item.at ? <Moment at={item.at} /> : null}
      </span>
      {item.note ? <q>{item.note}</q> : null}
    </a>
  </li>
);

interface Props {
  section: DeskSection;
  language: StudioLocale;
  say: Say;
  /** Whether the card has a page of its own: what is not in it then stands nowhere else. */
  opened: boolean;
}

/** How many wait beside those that are listed, with the way to them. */
const More = ({ section, say, opened }: Pick<Props, 'section' | 'say' | 'opened'>) => {
  const words = say('studio:desk.more', { count: section.count - section.items.length });
  return <p className="bt-card__more">{opened ? words : <a href={`/admin?section=${section.key}`}>{words}</a>}</p>;
};

/** Words that lead to where all of a section stand. */
const allOf: Partial<Record<DeskSection['key'], string>> = {
  launches: 'launch:all',
  secrecy: 'studio:secrecy.all',
  copies: 'studio:copies.all',
};

/** One kind of thing that waits: how many, and the first of them. */
export const DeskSectionCard = ({ section, language, say, opened }: Props) => (
  <section aria-labelledby={`desk-${section.key}`} className={`bt-card bt-card--${section.key}`}>
    <h2 id={`desk-${section.key}`}>
      {say(`studio:desk.section.${section.key}`)}
      {section.key === 'recent' ? null : <span className="bt-count">{section.count}</span>}
    </h2>
    {section.items.length === 0 ? (
      <p className="bt-card__empty">{say(`studio:desk.empty.${section.key}`)}</p>
    ) : (
      <ul>
        {section.items.map((item) => (
          <Item
            item={item}
            key={`${item.collection}${item.id}${item.at}${item.copy?.why ?? ''}${item.note ?? ''}`}
            language={language}
            say={say}
          />
        ))}
      </ul>
    )}
    {section.count > section.items.length && section.items.length > 0 ? (
      <More opened={opened} say={say} section={section} />
    ) : null}
    {section.href && section.count > 0 ? (
      <p className="bt-card__more">
        <a href={section.href}>{say(allOf[section.key] ?? 'studio:desk.refused.all')}</a>
      </p>
    ) : null}
  </section>
);
