import { type StreamedFile, streamZip } from '#zip/stream.ts';
import type { Concept } from '../../terms/concept.ts';
import type { ExchangeDocument } from '../document.ts';
import { type PreviewWords, writePreview } from '../html/write-preview.ts';
import { tagOf } from '../languages.ts';
import { type TbxHeader, writeTbx } from '../tbx/write-tbx.ts';
import type { MemoryEntry } from '../tmx/entry.ts';
import { writeTmx } from '../tmx/write-tmx.ts';
import { writeXliff1 } from '../xliff/write-xliff-1.ts';
import { writeXliff2 } from '../xliff/write-xliff-2.ts';

type Several<T> = AsyncIterable<T> | Iterable<T>;

/** What a translator takes along. Memory and concepts are asked for after the last document. */
export interface PackSource {
  readonly documents: Several<ExchangeDocument>;
  readonly memory: Several<MemoryEntry>;
  /** Asked for twice: for each version of TBX. */
  readonly concepts: () => Several<Concept>;
  readonly preview: PreviewWords;
  readonly terms: TbxHeader;
  /** Instant that the files say they were made at. */
  readonly madeAt: string;
  /** What whoever opens the pack has to know, as text. */
  readonly readMe: string;
  /** More that the list of contents says of a document, such as its level. */
  readonly about?: (document: ExchangeDocument) => Readonly<Record<string, unknown>>;
}

/** A document in the list of contents. */
const listed = (document: ExchangeDocument, name: string, about: PackSource['about']) => {
  const { collection, documentId, title, sourceLocale, targetLocale, sourceRevision, units } = document;
  const languages = { source: tagOf(sourceLocale), target: tagOf(targetLocale) };
  const rest = { revision: sourceRevision, segments: units.length, file: `xliff/${name}.xlf` };
  return { collection, id: documentId, title, ...languages, ...rest, ...about?.(document) };
};

/** A name that every system can hold, each once. */
const namer = (): ((document: ExchangeDocument) => string) => {
  const taken = new Set<string>();
  return ({ collection, documentId, targetLocale }) => {
    const plain = `${collection}-${documentId}`.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 100);
    let name = `${plain}.${tagOf(targetLocale)}`;
    for (let next = 2; taken.has(name); next += 1) name = `${plain}-${next}.${tagOf(targetLocale)}`;
    taken.add(name);
    return name;
  };
};

async function* filesOf(source: PackSource): AsyncGenerator<StreamedFile, void> {
  const nameOf = namer();
  const modified = new Date(source.madeAt);
  const contents: object[] = [];
  yield { name: 'README.txt', modified, content: [source.readMe] };
  for await (const document of source.documents) {
    if (document.units.length === 0) continue;
    const name = nameOf(document);
    contents.push(listed(document, name, source.about));
    yield { name: `xliff/${name}.xlf`, modified, content: writeXliff2(document, [document]) };
    yield { name: `older-tools/${name}.xlf`, modified, content: writeXliff1([document]) };
    yield { name: `preview/${name}.html`, modified, content: writePreview(document, source.preview) };
  }
  yield { name: 'memory.tmx', modified, content: writeTmx({ createdAt: source.madeAt }, source.memory) };
  yield { name: 'terms.tbx', modified, content: writeTbx(source.terms, source.concepts()) };
  yield { name: 'older-tools/terms.tbx', modified, content: writeTbx(source.terms, source.concepts(), 2) };
  const list = { form: 1, madeAt: source.madeAt, documents: contents };
  yield { name: 'contents.json', modified, content: [`${JSON.stringify(list, null, 2)}\n`] };
}

/**
 * The pack of a translator who works away from the desk, as a ZIP: of each document XLIFF 2.1, XLIFF 1.2 and a page to look at,
 * for all of them a memory (TMX) and terms (TBX), what to know of it, and a list of what is in it. One document is held at a time.
 * @returns bytes in order
 */
export const writePack = (source: PackSource): AsyncGenerator<Buffer, void> => streamZip(filesOf(source));
