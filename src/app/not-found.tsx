import { redirect } from 'next/navigation.js';

/** An address that is none leads to the desk, which asks whoever is not signed in to sign in. */
export default function NotFound(): never {
  redirect('/admin');
}
