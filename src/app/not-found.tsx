import { redirect } from 'next/navigation.js';
import { connection } from 'next/server.js';

/**
 * An address that is none leads to the desk, which asks whoever is not signed in to sign in. Made anew for each request: scripts
 * of a page that was written beforehand bear no nonce, and would not run.
 */
export default async function NotFound(): Promise<never> {
  await connection();
  redirect('/admin');
}
