import type { Request, Response } from 'express';
import { Failure } from '#errors/failure.ts';
import type { PublicLocale } from '#languages/locales.ts';
import { publicLocaleNamed } from '#languages/public-tags.ts';
import type { Context } from '../context.ts';
import { openHeaders } from '../http/headers.ts';

/** Path under which the world sees this API, for addresses without a host. */
const prefixOf = (publicUrl: string): string => new URL(publicUrl).pathname.replace(/\/$/, '');

/** Sends somebody to another path of this API. */
export const redirect = (context: Context, response: Response, status: 301 | 302 | 308, path: string): void => {
  response.writeHead(status, [
    ...['Location', prefixOf(context.publicUrl) + path, 'Content-Length', '0'],
    ...['Cache-Control', 'public, max-age=60', ...openHeaders],
  ]);
  response.end();
  context.count(status);
};

/**
 * The language of a path.
 * @returns null when the request has been answered: `zh` redirects to `zh-Hans`, `zh-TW` to `zh-Hant`
 * @throws Failure `locale-unknown`
 */
export const localeOf = (context: Context, request: Request, response: Response): PublicLocale | null => {
  const { locale } = request.params;
  const meant = publicLocaleNamed(locale);
  if (!meant) throw new Failure('locale-unknown');
  if (meant === locale) return meant;
  redirect(
    context,
    response,
    308,
    request.url.replace(`/${locale}/`, () => `/${meant}/`),
  );
  return null;
};
