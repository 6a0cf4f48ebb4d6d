'use client';
import { type ReactNode, useEffect } from 'react';
import { controlNames, fieldNameOf, unlabelled } from '../words/control-names.ts';
import { useWords } from '../words/use-words.ts';

const give = (control: Element, attribute: 'aria-label' | 'title', name: string): void => {
  if (control.getAttribute(attribute) !== name) control.setAttribute(attribute, name);
};

/** What comes up when somebody points at a control. */
const giveTip = (control: Element, name: string): void => {
  for (const tip of control.querySelectorAll('.tooltip')) {
    if (tip.hasAttribute('title')) give(tip, 'title', name);
    const words = tip.querySelector('.tooltip-content')?.firstChild;
    if (words && words.nodeValue !== name) words.nodeValue = name;
  }
};

/**
 * Messages that come and go are read aloud as they come. A stop of the Tab key at one would be a trap: on leaving it the
 * focus is handed back to where it came from.
 */
const passMessages = (): void => {
  for (const stop of document.querySelectorAll('.payload-toast-item, .payload-toast-close-button')) {
    if (stop.getAttribute('tabindex') !== '-1') stop.setAttribute('tabindex', '-1');
  }
};

const nameAll = (say: (key: string) => string): void => {
  for (const [selector, key] of controlNames) {
    for (const control of document.querySelectorAll(selector)) {
      give(control, 'aria-label', say(`control.${key}`));
      give(control, 'title', say(`control.${key}`));
      giveTip(control, say(`control.${key}`));
    }
  }
  for (const control of document.querySelectorAll(unlabelled)) {
    const name = fieldNameOf(control);
    if (name) give(control, 'aria-label', name);
  }
};

/**
 * Names the controls that Payload leaves without a name or names in English, in the person's language: for people who
 * hear the page, and for those who point at a sign and wonder. Looks again whenever the page has grown.
 */
export const NameControls = ({ children }: { children: ReactNode }) => {
  const { say, language } = useWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language
  useEffect(() => {
    let asked = 0;
    const soon = () => {
      asked ||= requestAnimationFrame(() => {
        asked = 0;
        nameAll(say);
        passMessages();
      });
    };
    const grown = new MutationObserver(soon);
    grown.observe(document.body, { childList: true, subtree: true });
    soon();
    return () => {
      grown.disconnect();
      cancelAnimationFrame(asked);
    };
  }, [language]);
  return children;
};
