import { z } from 'zod';

/** Bytes in base64url, as browsers send them, at most so many letters. */
const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/);

const common = {
  id: bytes(1400),
  rawId: bytes(1400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional().catch(undefined),
};

/** How a browser reaches an authenticator. */
const transports = z.array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])).max(7);

/** What a browser sends of a passkey that it has made. What it says besides is not looked at. */
export const madePasskey = z
  .object({
    ...common,
    response: z.object({
      clientDataJSON: bytes(4000),
      attestationObject: bytes(8000),
      transports: transports.optional().catch(undefined),
    }),
  })
  .transform((made) => ({ ...made, clientExtensionResults: {} }));
export type MadePasskey = z.infer<typeof madePasskey>;

/** What a browser sends where a passkey has signed. */
export const shownPasskey = z
  .object({
    ...common,
    response: z.object({
      clientDataJSON: bytes(4000),
      authenticatorData: bytes(4000),
      signature: bytes(1400),
      userHandle: bytes(200).optional(),
    }),
  })
  .transform((shown) => ({ ...shown, clientExtensionResults: {} }));
export type ShownPasskey = z.infer<typeof shownPasskey>;

export type Transports = z.infer<typeof transports>;
/** Those of a row, as far as they are known. */
export const readTransports = (stored: unknown): Transports => transports.safeParse(stored).data ?? [];
