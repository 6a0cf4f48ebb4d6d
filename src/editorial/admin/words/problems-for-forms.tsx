'use client';
import type { ReactNode } from 'react';
import { provingFetch } from '../account/proof-asked.ts';

const problem = 'application/problem+json';

/** Payload's message breaks a sentence at its first colon into a list: ours are whole sentences. */
const whole = (sentence: string): string => sentence.replace(/\s*[:：]\s*/, ' — ');

const mended = (reason: unknown): unknown =>
  reason && typeof reason === 'object' && 'message' in reason && typeof reason.message === 'string'
    ? { ...reason, message: whole(reason.message) }
    : reason;

/** The same answer under the media type that Payload's forms know. */
const asJson = async (response: Response): Promise<Response> => {
  const body: unknown = await response.json().catch(() => null);
  const errors = body && typeof body === 'object' && 'errors' in body && Array.isArray(body.errors) ? body.errors : [];
  const text = JSON.stringify({ ...(body ?? {}), errors: errors.map(mended) });
  return new Response(text, { status: response.status, headers: { 'Content-Type': 'application/json' } });
};

const listen = (): void => {
  const ask = provingFetch(window.fetch.bind(window));
  window.fetch = async (...question) => {
    const response = await ask(...question);
    return response.headers.get('Content-Type')?.startsWith(problem) ? asJson(response) : response;
  };
};

if (typeof window !== 'undefined') listen();

/**
 * Payload's own forms read refusals only from `application/json` and would else show the bare English name of an HTTP
 * status. The studio answers problem+json; in the browser of the admin, and only there, it is handed on under that type.
 */
export const ProblemsForForms = ({ children }: { children: ReactNode }) => children;
