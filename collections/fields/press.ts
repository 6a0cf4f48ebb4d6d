import type { Condition, Field } from 'payload';
import { dayAndTime } from './day-and-time.ts';
import { longest, ownInEachLanguage } from './texts.ts';

const whenKit: Condition = (data) => data?.pressKit === true;

const line = (name: string, maxLength: number = longest.short): Field => ({ name, type: 'text', maxLength });

/** Most contacts of a press kit in one language. */
export const mostContacts = 10;

/**
 * What makes an album a press kit: a text for the press and whom to ask, each by language, and until when nothing of it may be
 * seen. Contacts are a list by language, since who answers in French is mostly somebody else.
 */
export const press = (): Field[] => [
  { name: 'pressKit', type: 'checkbox', defaultValue: false },
  {
    name: 'pressText',
    type: 'textarea',
    localized: true,
    maxLength: longest.pressText,
    admin: { condition: whenKit, rows: 10 },
  },
  {
    name: 'pressContacts',
    type: 'array',
    localized: true,
    maxRows: mostContacts,
    admin: { condition: whenKit },
    ...ownInEachLanguage,
    fields: [
      { name: 'name', type: 'text', required: true, maxLength: longest.short },
      line('role'),
      line('organisation'),
      line('phone', 50),
      line('email', 254),
    ],
  },
  {
    name: 'pressEmbargo',
    type: 'date',
    admin: { condition: whenKit, date: dayAndTime },
  },
];
