/** A text by BCP 47 tag; `x-default` is for whoever asks for no language. */
export type LangText = Readonly<Record<string, string>>;

/** A text in the form that XMP and curators' forms want: `x-default` first, the others by tag. */
export function withDefault(text: LangText): [lang: string, text: string][] {
  const { 'x-default': given, ...rest } = text;
  const languages = Object.entries(rest).filter(([, words]) => words !== '');
  const fallback = given ?? languages[0]?.[1];
  return fallback ? [['x-default', fallback], ...languages.sort(([a], [b]) => (a < b ? -1 : 1))] : [];
}
