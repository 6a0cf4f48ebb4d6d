'use client';
import { TableFeatureClient } from '@payloadcms/richtext-lexical/client';

type Provider = ReturnType<typeof TableFeatureClient>;
type Feature = Exclude<Provider['feature'], (...args: never[]) => unknown>;

/** The editor's own word for a table in the person's language. */
const label = ({ i18n }: { i18n: { t: (key: never) => string } }): string => i18n.t('fields:block.table' as never);

const named = <Item extends object>(item: Item): Item => ('label' in item ? { ...item, label } : item);

const inWords = (feature: Feature): Feature => {
  const { slashMenu, toolbarFixed } = feature;
  return {
    ...feature,
    ...(slashMenu && {
      slashMenu: {
        ...slashMenu,
        groups: (slashMenu.groups ?? []).map((group) => ({ ...group, items: group.items.map(named) })),
      },
    }),
    ...(toolbarFixed && {
      toolbarFixed: {
        ...toolbarFixed,
        groups: toolbarFixed.groups.map((group) =>
          'items' in group ? { ...group, items: group.items.map(named) } : group,
        ),
      },
    }),
  } as Feature;
};

/** Payload's table, whose menu entries it names in English only, under the name that the person's language has for it. */
export const TableInWords: typeof TableFeatureClient = (props) => {
  const provider = TableFeatureClient(props);
  const { feature } = provider;
  return { ...provider, feature: typeof feature === 'function' ? feature : inWords(feature) };
};
