import type { LangText } from './lang-text.ts';

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
}

/** The copyright notice of a holder; none where nobody holds a right any more, or nobody is named. */
export const noticeOfHolder = (holder: string | null | undefined, rights: string): string | undefined =>
  holder && !rights.includes('/publicdomain/') ? `© ${holder}` : undefined;

/** The copyright notice that goes with these words. */
export const noticeOf = (words: RightsWords): string => words.notice ?? `${words.credit} (${words.rights})`;
