import type { PayloadRequest } from 'payload';
import { isStudioLocale, type StudioLocale } from '#languages/locales.ts';
import { negotiate } from '#languages/negotiate.ts';

/** The language in which a person is answered: chosen in the studio, else asked for by the program, else their own. */
export const languageOf = (req: Pick<PayloadRequest, 'headers' | 'user'>): StudioLocale => {
  const chosen = /(?:^|;\s*)payload-lng=([a-z]{2})/.exec(req.headers?.get('cookie') ?? '')?.[1];
  if (isStudioLocale(chosen)) return chosen;
  const asked = negotiate(req.headers?.get('accept-language'));
  if (asked && !isAnything(req.headers.get('accept-language'))) return asked;
  const own: unknown = req.user?.language;
  return isStudioLocale(own) ? own : (asked ?? 'vi');
};

/** What programs send that have no wish of their own. */
const isAnything = (header: string | null): boolean => header === '*';
