import type { PayloadRequest } from 'payload';
import { Failure } from '#errors/failure.ts';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import { exchangeWords } from '#locales/exchange-words.ts';
import type { ExchangeDocument } from '#translation/exchange/document.ts';
import { writePack } from '#translation/exchange/pack/write-pack.ts';
import { isLost } from '../../at-rest/texts/lost-texts.ts';
import type { Held } from '../acts/opened.ts';
import { type DocumentName, markingFor } from '../document.ts';
import { hiddenAddresses } from '../telling/hidden-links.ts';
import { type Asker, checkMayTake, openFor } from './asker.ts';
import type { Helps } from './helps.ts';
import { noteFor } from './note-for.ts';
import { readMe } from './read-me.ts';
import { sentDocument } from './sent-document.ts';

export interface PackOrder {
  readonly asker: Asker;
  readonly names: Iterable<DocumentName>;
  readonly to: StudioLocale;
  /** Language of whoever opens the pack. */
  readonly language: StudioLocale;
  readonly helps: Helps;
  /** What besides rights decides whether a document goes along. */
  readonly isWanted: (held: Held) => boolean;
  /** Told of every document before it is written, and of those that stay here. */
  readonly onDocument?: (fate: 'taken' | 'left') => void;
}

const stay = ['not-found', 'translate-language', 'translate-source', 'forbidden', 'copy-needs-permission'];

/** Whether a refusal concerns one document of many, which stays here while the others go. So does what nobody can read any more. */
const staysHere = (error: unknown): boolean => isLost(error) || (error instanceof Failure && stay.includes(error.code));

const noneHidden: ReadonlySet<string> = new Set();

interface Going {
  readonly document: ExchangeDocument;
  readonly level: string | null;
}

const going = async (req: PayloadRequest, order: PackOrder, name: DocumentName): Promise<Going | null> => {
  const { asker, to: locale, helps, language, isWanted } = order;
  try {
    const held = await openFor(req, asker, { ...name, locale });
    await checkMayTake(asker, held);
    if (!isWanted(held)) return null;
    const hidden = asker.viewer ? await hiddenAddresses(req, held.sheet.lines) : noneHidden;
    const { marking } = await markingFor(req, held.document);
    await noteFor(req, asker, 'read', name);
    return { document: sentDocument(held, { helps, hidden, language }), level: marking?.level ?? null };
  } catch (error) {
    if (staysHere(error)) return null;
    throw error;
  }
};

/**
 * The pack of a translator: each document as it stands at the moment at which it is written, one held at a time. What whoever asks may
 * not take along stays here without a word of it.
 * @returns bytes of a ZIP
 */
export const makePack = (req: PayloadRequest, order: PackOrder): AsyncGenerator<Buffer, void> => {
  const { to, language, helps, names } = order;
  const levels = new WeakMap<ExchangeDocument, string | null>();
  const documents = async function* (): AsyncGenerator<ExchangeDocument, void> {
    for (const name of names) {
      const found = await going(req, order, name);
      order.onDocument?.(found && found.document.units.length > 0 ? 'taken' : 'left');
      if (!found) continue;
      levels.set(found.document, found.level);
      yield found.document;
    }
  };
  return writePack({
    documents: documents(),
    memory: helps.memory(),
    concepts: () => helps.concepts(),
    preview: { locale: language, words: exchangeWords[language] },
    terms: { title: 'Bến Thành', locale: language },
    madeAt: new Date().toISOString(),
    readMe: readMe(to, language),
    about: (document) => ({ level: levels.get(document) ?? null }),
  });
};

/**
 * The pack of one document, for somebody who is told why they cannot have it.
 * @throws Failure `not-found`, `translate-source`, `translate-language`, `copy-needs-permission`, `pack-nothing`
 */
export const checkOne = async (req: PayloadRequest, asker: Asker, name: DocumentName, locale: StudioLocale) => {
  const held = await openFor(req, asker, { ...name, locale });
  await checkMayTake(asker, held);
  if (!held.sheet.lines.some(({ source, state }) => source && state !== 'left-out'))
    throw new Failure('pack-nothing', { language: ownNames[locale] });
};
