import type { DocumentLanguages } from '../../desk/document-languages.ts';

/** A document's title in its source language, else in the first that has one; undefined when it has none at all. */
export const titleAnywhere = (languages: DocumentLanguages | null): string | undefined => {
  const titled = (languages?.languages ?? []).filter((one) => one.title);
  return (titled.find((one) => one.isSource) ?? titled[0])?.title ?? undefined;
};
