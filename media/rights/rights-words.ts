import type { LangText } from '../metadata/lang-text.ts';

/** What a delivered picture says of itself; everything of it is public. */
export interface RightsWords {
  /** How the picture is to be credited, e.g. `Photo: Nguyễn Văn A / Bến Thành`. */
  readonly credit: string;
  readonly creator: string;
  /** Canonical address of the rights statement. */
  readonly rights: string;
  /** Copyright notice; left out, the credit and the address of the statement stand for it. */
  readonly notice?: string | undefined;
  /** Terms of use in words. */
  readonly usageTerms?: LangText | undefined;
  /** Page that tells the rights in full; left out, the statement's own address. */
  readonly webStatement?: string | undefined;
  readonly title?: LangText | undefined;
  readonly description?: LangText | undefined;
  readonly alt?: LangText | undefined;
  /** `2018`, `2018-05` or `2018-05-19`. */
  readonly date?: string | undefined;
  /** Whom to ask for a licence. */
  readonly licensor?: string | undefined;
  /** How the picture came to be: a term of IPTC’s digital source types, by its short name. */
  readonly sourceType?: string | undefined;
}

/** The copyright notice of a holder; none where nobody holds a right any more, or nobody is named. */
export const noticeOfHolder = (holder: string | null | undefined, rights: string): string | undefined =>
  holder && !rights.includes('/publicdomain/') ? `© ${holder}` : undefined;

/** What a picture says itself of its rights beside the statement, as nobody has checked it against a record. */
export interface OwnNotice {
  readonly copyright?: string | null | undefined;
  readonly licensor?: string | null | undefined;
}

/**
 * The notice and the licensor that go with a picture. What a rights record says of the holder goes before both, and nothing is
 * claimed of what is in the public domain.
 */
export const noticeInForce = (
  { holder, rights }: { readonly holder: string | null; readonly rights: string | null },
  { copyright, licensor }: OwnNotice,
): { readonly notice?: string; readonly licensor?: string } => {
  const notice = noticeOfHolder(holder, rights ?? '');
  if (notice !== undefined) return { notice };
  if (rights?.includes('/publicdomain/')) return {};
  return { ...(copyright && { notice: copyright }), ...(licensor && { licensor }) };
};

/** The copyright notice that goes with these words. */
export const noticeOf = (words: RightsWords): string => words.notice ?? `${words.credit} (${words.rights})`;
