import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pagePolicy, policyFor } from '#editorial/pages/content-policy.ts';

const name = 'Content-Security-Policy';

/** Bits that nobody guesses; its letters may stand in a header and in HTML as they are. */
const drawNonce = (): string => randomBytes(18).toString('base64url');

/**
 * Sees to it that an answer says what may run in it. Next takes the nonce from the request’s header, whoever sends one
 * along, and writes it onto its own scripts. The answer’s header is written last of all: of a header that is there Next
 * keeps the first one, and an address that says more strictly what its answer may do would not be heard.
 */
export const sayPolicy = (request: IncomingMessage, response: ServerResponse): void => {
  const nonce = drawNonce();
  request.headers[name.toLowerCase()] = pagePolicy(nonce);
  const write = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = ((...args: unknown[]) => {
    if (!response.headersSent && !response.hasHeader(name))
      response.setHeader(name, policyFor(response.getHeader('content-type'), nonce));
    return write(...args);
  }) as typeof response.writeHead;
};
