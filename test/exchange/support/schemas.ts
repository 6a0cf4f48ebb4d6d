import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML, type XMLFileInfo, type XMLLintOptions } from 'xmllint-wasm';
import { relaxNgOf } from './relax-ng-of.ts';

const folder = join(import.meta.dirname, '../../../../shared/schemas');

/** Whether the published schemas are there. */
export const schemasFound = existsSync(join(folder, 'xliff-2.1'));
if (!schemasFound) {
  console.warn('LEFT OUT: ../shared/schemas is not there, so no file of XLIFF, TMX or TBX was held against its schema');
}

const file = (path: string, name: string): XMLFileInfo => ({
  fileName: name,
  contents: readFileSync(join(folder, path), 'utf8'),
});

/** What is wrong with a file, in the words of libxml2; nothing: it is valid. */
export type Judge = (xml: string) => Promise<string[]>;

type WithoutXml<T> = T extends unknown ? Omit<T, 'xml'> : never;

const pages = { initialMemoryPages: 1024, maxMemoryPages: 16_384 };

const judge =
  (options: WithoutXml<XMLLintOptions>): Judge =>
  async (xml) => {
    const { valid, errors, rawOutput } = await validateXML({
      ...pages,
      ...options,
      xml: { fileName: 'judged.xml', contents: xml },
    });
    if (valid) return [];
    const found = errors.map(({ rawMessage }) => rawMessage);
    return found.length > 0 ? found : [rawOutput];
  };

const modules = {
  'urn:oasis:names:tc:xliff:document:2.0': 'xliff_core_2.0.xsd',
  'urn:oasis:names:tc:xliff:matches:2.0': 'matches.xsd',
  'urn:oasis:names:tc:xliff:glossary:2.0': 'glossary.xsd',
  'urn:oasis:names:tc:xliff:metadata:2.0': 'metadata.xsd',
  'urn:oasis:names:tc:xliff:sizerestriction:2.0': 'size_restriction.xsd',
};

/** Brings the core and its modules together, so that elements of modules are held against their schemas too. */
const together = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${Object.entries(modules)
  .map(([namespace, location]) => `<xs:import namespace="${namespace}" schemaLocation="${location}"/>`)
  .join('')}</xs:schema>`;

const xml2 = 'informativeCopiesOf3rdPartySchemas/w3c/xml.xsd';

export const xliff21 = (): Judge =>
  judge({
    schema: { fileName: 'together.xsd', contents: together },
    preload: [...Object.values(modules), xml2].map((name) => file(`xliff-2.1/${name}`, name)),
  });

export const xliff12 = (form: 'strict' | 'transitional'): Judge =>
  judge({
    schema: file(`xliff-1.2/xliff-core-1.2-${form}.xsd`, 'xliff.xsd'),
    preload: file('xliff-1.2/xml.xsd', 'xml.xsd'),
  });

export const tbx3 = (): Judge =>
  judge({ extension: 'relaxng', schema: file('tbx-v3/TBXcoreStructV03.rng', 'tbx.rng') });

/** The judge knows no DTD: it is handed what the published one says, in RELAX NG. */
export const tmx14 = (): Judge =>
  judge({
    extension: 'relaxng',
    schema: {
      fileName: 'tmx.rng',
      contents: relaxNgOf(readFileSync(join(folder, 'tmx-1.4b/tmx14.dtd'), 'utf8'), 'tmx'),
    },
  });
