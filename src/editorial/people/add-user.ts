import type { Payload } from 'payload';
import type { Clearance } from '#access/level.ts';
import type { Role } from '#access/viewer.ts';
import type { StudioLocale } from '#languages/locales.ts';

/** A person as an operator describes them. */
export interface NewPerson {
  readonly email: string;
  readonly name: string;
  /** One-time: they must change it at the first sign-in. */
  readonly password: string;
  readonly roles: readonly Role[];
  readonly clearance?: Clearance;
  readonly compartments?: readonly string[];
  readonly translates?: readonly StudioLocale[];
  readonly reviews?: readonly StudioLocale[];
  readonly publishes?: readonly StudioLocale[];
  readonly language?: StudioLocale;
  /** False for people of a demonstration, whose passwords are printed. */
  readonly mustChangePassword?: boolean;
}

/**
 * Makes a person from the command line, in nobody's name.
 * @returns the new id
 * @throws Failure `field-invalid` for a password that is too short or a compartment that does not exist; Payload's
 *   ValidationError for an address that is none or is taken
 */
export const addUser = async (payload: Payload, person: NewPerson): Promise<{ id: string }> => {
  const { clearance = 'internal', language = 'vi', mustChangePassword = true, ...rest } = person;
  const data = {
    compartments: [],
    translates: [],
    reviews: [],
    publishes: [],
    ...rest,
    clearance,
    language,
    mustChangePassword,
  };
  const made = await payload.create({ collection: 'users', data: data as never, depth: 0, overrideAccess: true });
  return { id: String(made.id) };
};
