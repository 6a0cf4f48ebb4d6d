import type { Listener } from './answers.ts';

/** How a person is turned to within a text. */
export const calledIn = ({ name }: Listener): string => `@${name}`;

/** Those of whom the text still has the name: who deletes it no longer means them. */
export const mentionedIn = (text: string, chosen: readonly Listener[]): string[] => [
  ...new Set(chosen.filter((one) => text.includes(calledIn(one))).map(({ id }) => id)),
];

/** The text with a name behind what is written. */
export const withMention = (text: string, listener: Listener): string =>
  `${text}${text === '' || /\s$/.test(text) ? '' : ' '}${calledIn(listener)} `;
