'use client';
import type { ReactNode } from 'react';

const problem = 'application/problem+json';

/** The same answer under the media type that Payload's forms know. */
const asJson = (response: Response): Response => {
  const headers = new Headers(response.headers);
  headers.set('Content-Type', 'application/json');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
};

const listen = (): void => {
  const ask = window.fetch.bind(window);
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
