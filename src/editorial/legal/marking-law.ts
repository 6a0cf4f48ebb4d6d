import type { Payload } from 'payload';
import { z } from 'zod';
import { basesTable, usualBases } from './legal-bases.ts';

const law = z.object({
  profile: z.enum(['connected', 'isolated']),
  compartments: z.array(z.string()),
  legalBases: basesTable.nullish().transform((table) => table ?? usualBases),
});
/** What an installation may hold, and what a decision about a marking can rest upon. */
export type MarkingLaw = z.infer<typeof law>;

/** The law of an installation, as its studio was configured. */
export const markingLaw = ({ config }: Pick<Payload, 'config'>): MarkingLaw => law.parse(config.custom?.markingLaw);

/** What `markingLaw` reads, for the configuration. */
export const lawForConfig = ({ profile, compartments, legalBases }: z.input<typeof law>): z.input<typeof law> => ({
  ...{ profile, compartments: [...compartments] },
  legalBases: legalBases ?? null,
});
