import type { Case } from './case.ts';

const person = (what: string, body: object, gives: string): Case => ({
  what,
  who: 'administrator',
  ask: 'POST /api/users',
  body: { email: 'r@studio.test', name: 'X', password: 'long-enough-word', ...body },
  gives,
});

export const people: readonly Case[] = [
  person('a person with an address that is none', { email: 'x' }, '400 field-invalid'),
  person('a person with an unknown role', { roles: ['king'] }, '400 field-invalid'),
  person('a password that is an operator', { password: { $gt: '' } }, '400 field-unknown'),
  { ...person('a person made by somebody who may not', {}, '403 forbidden'), who: 'editor', leaves: 'create users -' },
];
