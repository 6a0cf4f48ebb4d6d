import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { fold } from '#languages/fold.ts';

/** What comes to mind first in this house and this country; nobody's password becomes better by one of these. */
const wordsOfHere = [
  'benthanh',
  'bến thành',
  'matkhau',
  'mật khẩu',
  'thanhpho',
  'thành phố',
  'saigon',
  'sàigòn',
  'hochiminh',
  'vietnam',
  'việt nam',
  'anhyeuem',
  'studio',
  'admin',
  'quantri',
  'administrator',
  'motdepasse',
  'mima',
];

/** Tries, as a power of ten, after which a password would be found; fewer are not enough. */
const least = 8;
/** Only so much of a long one, and of each text about the person, is looked at, in UTF-16 units: looking takes the square of it. */
const looked = 64;

let opened: ZxcvbnFactory | undefined;

/** Read when somebody chooses a password for the first time: it holds the thirty thousand that are used most. */
const estimator = (): ZxcvbnFactory => {
  opened ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return opened;
};

/** As a whole, in one word, without marks, what stands before the @, and each part. */
const formsOf = (whole: string): string[] => {
  const text = whole.slice(0, looked);
  const parts = text.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 2);
  const forms = [text, text.replace(/@.*$/u, ''), text.replace(/[^\p{L}\p{N}]+/gu, ''), ...parts];
  return [...new Set(forms.flatMap((form) => [form, fold(form)]))];
};

/**
 * Whether somebody who tries the usual first (what is used most, here and in general, with digits at its end, repeated, along the
 * keyboard, a day, the person's own name) finds it within 100 million tries.
 * @param password as it was typed
 * @param about what is known of the person: name, address
 * @see OWASP ASVS 5.0.0, 6.1.2, 6.2.4, 6.2.11
 */
export const isGuessable = (password: string, about: readonly string[]): boolean =>
  estimator().check(password.slice(0, looked), [...about.flatMap(formsOf), ...wordsOfHere]).guessesLog10 < least;
