'use client';
import { useRouter } from 'next/navigation.js';
import { useEffect, useTransition } from 'react';
import type { StudioLocale } from '#languages/locales.ts';
import { saveOpenForms } from './open-forms.ts';

/** Longest wait, in milliseconds, for the address of a document that was stored for the first time. */
const longestWait = 10_000;

/** A new document gets its address shortly after it was stored; to leave before would open an empty form again. */
const hasAddress = async (): Promise<void> => {
  const last = Date.now() + longestWait;
  while (window.location.pathname.endsWith('/create') && Date.now() < last) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** So many times the page is drawn before the search for a control in it is given up. */
const frames = 60;

/** Gives the focus back to the control that had it, which the other language may have drawn anew. */
const focusAgain = (held: Element | null, left = frames): void => {
  const control = held?.isConnected ? held : document.getElementById(held?.id ?? '');
  if (control instanceof HTMLElement) control.focus();
  else if (held?.id && left > 0) requestAnimationFrame(() => focusAgain(held, left - 1));
};

/** Until the other language has come, nothing can be typed that would belong to neither, by mouse or by keyboard. */
const useStillness = (leaving: boolean): void => {
  useEffect(() => {
    const page = leaving ? document.querySelector<HTMLElement>('.template-default') : null;
    if (!page) return;
    const held = document.activeElement;
    page.inert = true;
    return () => {
      page.inert = false;
      focusAgain(held);
    };
  }, [leaving]);
};

/**
 * The way to the same page in another language. What is typed is stored first; when it cannot be, the page stays as it
 * is and says why.
 */
export const useOtherLanguage = (): { leaving: boolean; goTo: (locale: StudioLocale) => Promise<void> } => {
  const router = useRouter();
  const [leaving, startLeaving] = useTransition();
  useStillness(leaving);
  const goTo = async (locale: StudioLocale) => {
    const isNew = window.location.pathname.endsWith('/create');
    const stored = await saveOpenForms();
    if (stored === 'refused') return;
    if (isNew && stored === 'stored') await hasAddress();
    const query = new URLSearchParams(window.location.search);
    query.set('locale', locale);
    startLeaving(() => router.push(`${window.location.pathname}?${query}`));
  };
  return { leaving, goTo };
};
