/**
 * Where to go after signing in: a page of the studio, whatever the address of the log-in page asks for.
 * @param asked path that the address names
 */
export const safeTarget = (asked: string | null): string => {
  const known = 'http://studio.invalid';
  const url = asked !== null && URL.canParse(asked, known) ? new URL(asked, known) : null;
  const isPage = url?.origin === known && /^\/admin(\/|$)/.test(url.pathname) && url.pathname !== '/admin/login';
  return isPage ? `${url.pathname}${url.search}${url.hash}` : '/admin';
};
