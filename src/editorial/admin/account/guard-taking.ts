import { isTaken } from '../../endpoints/taken-tables.ts';
import { studioFetch } from '../words/studio-fetch.ts';

const linkOf = (event: MouseEvent): HTMLAnchorElement | null => {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  return isPlain && link && link.origin === location.origin && isTaken(link.pathname) ? link : null;
};

/**
 * Before a link to a file that somebody takes along is followed, the studio is asked whether they may: where it wants a fresh proof, the
 * page asks for that first, and then follows. Whoever comes to such an address otherwise is led to a page that does the same.
 *
 * @returns how to stop
 */
export const guardTaking = (language: string): (() => void) => {
  let followed: HTMLAnchorElement | null = null;
  const ask = async (link: HTMLAnchorElement): Promise<void> => {
    const answer = await studioFetch('/api/account/takes', language, { method: 'POST', json: {} });
    // Refused for another reason, the address itself says which
    if (!answer.ok && answer.code === 'step-up-required') return;
    followed = link;
    link.click();
  };
  const listener = (event: MouseEvent): void => {
    const link = linkOf(event);
    if (link === null) return;
    if (link === followed) {
      followed = null;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    void ask(link);
  };
  document.addEventListener('click', listener, true);
  return () => document.removeEventListener('click', listener, true);
};
