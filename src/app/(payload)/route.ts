import { redirect } from 'next/navigation.js';

/** The studio has one face: its front door leads there. */
export const GET = (): never => redirect('/admin');
