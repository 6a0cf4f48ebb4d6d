import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { sayPolicy } from './say-policy.ts';

/**
 * A server for pages, each answer of which says what may run in it. Whoever asks for another protocol than HTTP is answered as if
 * they had not: Next takes such a connection from the server without ever answering or closing it, and anybody could keep
 * as many open as they like.
 */
export const pageServer = (answer: (request: IncomingMessage, response: ServerResponse) => void): Server =>
  createServer({ shouldUpgradeCallback: () => false }, (request, response) => {
    sayPolicy(request, response);
    answer(request, response);
  });
