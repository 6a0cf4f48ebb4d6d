import { createHmac } from 'node:crypto';

/**
 * A fingerprint that nobody can make or search for without the installation's secret, in base64url.
 * @param purpose keeps fingerprints of one use apart from those of any other
 */
export const fingerprint = (secret: string, purpose: string, of: unknown): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify([purpose, of]))
    .digest('base64url');
