import { EXPERIMENTAL_TableFeature } from '@payloadcms/richtext-lexical';
import { word } from './word.ts';

type Provider = ReturnType<typeof EXPERIMENTAL_TableFeature>;
type Make = Extract<Provider['feature'], (...args: never[]) => unknown>;

const withWords = (feature: Awaited<ReturnType<Make>>): Awaited<ReturnType<Make>> => ({
  ...feature,
  ClientFeature: '/src/editorial/admin/text/table-in-words.tsx#TableInWords',
  generateSchemaMap: (args) => {
    const map = feature.generateSchemaMap?.(args);
    if (!map) return null;
    for (const entry of map.values()) {
      for (const field of 'fields' in entry ? entry.fields : []) {
        if ('name' in field && field.name) field.label = word(`block.table.${field.name}`);
      }
    }
    return map;
  },
});

/** Tables in a text. The stock feature names them in English only; here they have words in every language. */
export const tableFeature = (): Provider => {
  const provider = EXPERIMENTAL_TableFeature();
  const { feature } = provider;
  if (typeof feature !== 'function') return { ...provider, feature: withWords(feature) };
  return { ...provider, feature: async (args) => withWords(await feature(args)) };
};
