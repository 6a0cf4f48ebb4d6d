import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { z } from 'zod';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';

/** What the studio answered; null where browser or device ended it before there was anything to send. */
export type Outcome = Answer | null;

/** Options are the browser’s to read: only that they are some is looked at. */
const asked = z.object({ ticket: z.string().optional(), options: z.looseObject({ challenge: z.string() }) });

/** Asks for a challenge, lets browser and device do something with it, and sends what came of it. */
const throughDevice = async (
  language: string,
  ask: { readonly path: string; readonly json?: unknown },
  act: (options: object) => Promise<unknown>,
  send: (made: unknown, ticket: string | undefined) => { readonly path: string; readonly json: object },
): Promise<Outcome> => {
  const answer = await studioFetch(ask.path, language, { method: 'POST', json: ask.json ?? {} });
  if (!answer.ok) return answer;
  const { ticket, options } = asked.parse(answer.body);
  const made = await act(options).catch(() => null);
  if (made === null) return null;
  const { path, json } = send(made, ticket);
  return studioFetch(path, language, { method: 'POST', json });
};

/** Makes a passkey for whoever is signed in. */
export const makePasskey = (language: string, name: string): Promise<Outcome> =>
  throughDevice(
    language,
    { path: '/api/account/passkeys/challenge' },
    (options) => startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON }),
    (made, ticket) => ({ path: '/api/account/passkeys', json: { ticket, name, made } }),
  );

const show = (options: object) =>
  startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON });

/** Signs in whoever the device says that they are. */
export const enterByPasskey = (language: string): Promise<Outcome> =>
  throughDevice(language, { path: '/api/users/login/passkey-challenge' }, show, (shown, ticket) => ({
    path: '/api/users/login/passkey',
    json: { ticket, shown },
  }));

/** The second step of signing in. @param ticket of the first */
export const secondByPasskey = (language: string, ticket: string): Promise<Outcome> =>
  throughDevice(language, { path: '/api/users/login/second-challenge', json: { ticket } }, show, (shown) => ({
    path: '/api/users/login/second',
    json: { ticket, shown },
  }));

/** Proves once more who sits there. */
export const proveByPasskey = (language: string): Promise<Outcome> =>
  throughDevice(language, { path: '/api/account/prove-challenge' }, show, (shown, ticket) => ({
    path: '/api/account/prove',
    json: { ticket, shown },
  }));
