'use client';
import { type ReactNode, useEffect } from 'react';
import { controlNames, fieldNameOf, unlabelled } from '../words/control-names.ts';
import { useWords } from '../words/use-words.ts';
import { whenPageGrows } from './when-page-grows.ts';

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
  useEffect(() => whenPageGrows(() => nameAll(say)), [language]);
  return children;
};
