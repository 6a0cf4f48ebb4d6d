import type { Field } from 'payload';

const quiet = { allowCreate: false, allowEdit: false } as const;

export const topics = (): Field => ({
  name: 'topics',
  type: 'relationship',
  relationTo: 'topics',
  hasMany: true,
  maxRows: 50,
  admin: quiet,
});

export const places = (): Field => ({
  name: 'places',
  type: 'relationship',
  relationTo: 'places',
  hasMany: true,
  maxRows: 50,
  admin: quiet,
});

export const agency = (name = 'agency'): Field => ({
  name,
  type: 'relationship',
  relationTo: 'agencies',
  admin: { ...quiet, position: 'sidebar' },
});

export const cover = (): Field => ({ name: 'cover', type: 'relationship', relationTo: 'images', admin: quiet });
