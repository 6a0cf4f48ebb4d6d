import { type Case, nowhere } from './case.ts';

const raise = (what: string, body: object, gives: string, id = '{marking}'): Case => ({
  what,
  who: 'officer',
  ask: `POST /api/markings/${id}/raise`,
  body: { basis: 'x', ...body },
  gives,
});

export const markings: readonly Case[] = [
  raise('an unknown level', { level: 'cosmic' }, '400 field-invalid'),
  raise('a level without a basis', { level: 'restricted', basis: ' ' }, '400 field-invalid'),
  raise('a compartment that does not exist', { level: 'restricted', compartments: ['mars'] }, '400 field-invalid'),
  {
    ...raise('a state secret on a connected machine', { level: 'toi_mat' }, '422 level-not-allowed'),
    leaves: 'raise articles {article}',
  },
  {
    ...raise('a marking that is not there', { level: 'restricted' }, '404 not-found', nowhere),
    leaves: `raise markings ${nowhere}`,
  },
  {
    ...raise('a raise by somebody who may not', { level: 'restricted' }, '403 forbidden'),
    who: 'publisher',
    leaves: 'raise articles {article}',
  },
];
