import { request as ask, type ClientRequest } from 'node:http';
import { createRequire } from 'node:module';
import { vi } from 'vitest';

/** Bytes after which a page hears how far it is. */
const step = 64 * 1024;

/** `XMLHttpRequest` of a browser as far as the tus client needs it, over Node's own HTTP. */
class PageRequest {
  readonly upload: { onprogress?: (event: object) => void } = {};
  onload?: () => void;
  onerror?: (cause: unknown) => void;
  status = 0;
  responseText = '';
  #asked: [method: string, address: string] = ['GET', '/'];
  #isAborted = false;
  #request: ClientRequest | undefined;
  #told: Headers | undefined;
  readonly #headers: Record<string, string> = {};

  open(method: string, address: string): void {
    this.#asked = [method, new URL(address, window.location.href).href];
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers[name] = value;
  }

  getResponseHeader(name: string): string | null {
    return this.#told?.get(name) ?? null;
  }

  async send(body: Blob | null): Promise<void> {
    const bytes = new Uint8Array((await body?.arrayBuffer()) ?? []);
    if (this.#isAborted) return;
    const [method, address] = this.#asked;
    const request = ask(address, { method, headers: { ...this.#headers, 'Content-Length': bytes.byteLength } });
    this.#request = request;
    request.on('error', (cause) => this.#isAborted || this.onerror?.(cause));
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', (cause) => this.#isAborted || this.onerror?.(cause));
      response.on('end', () => {
        if (this.#isAborted) return;
        this.status = response.statusCode ?? 0;
        this.#told = new Headers(response.headers as Record<string, string>);
        this.responseText = Buffer.concat(parts).toString();
        this.onload?.();
      });
    });
    this.#write(request, bytes, 0);
  }

  abort(): void {
    this.#isAborted = true;
    this.#request?.destroy();
  }

  #write(request: ClientRequest, bytes: Uint8Array, from: number): void {
    if (this.#isAborted || request.destroyed) return;
    if (from >= bytes.byteLength) return void request.end();
    const to = Math.min(from + step, bytes.byteLength);
    request.write(bytes.subarray(from, to), (cause) => {
      if (cause || this.#isAborted) return;
      this.upload.onprogress?.({ lengthComputable: true, loaded: to, total: bytes.byteLength });
      this.#write(request, bytes, to);
    });
  }
}

/** The tus client as browsers have it. */
export const tusOfBrowsers = (): typeof import('tus-js-client') =>
  createRequire(import.meta.url)('tus-js-client/dist/tus.js');

/**
 * Lets what a page does run here: addresses without a host lead to a server, and there is something that tells of lines.
 * To be put back with `vi.unstubAllGlobals()`.
 */
export const pretendPage = (url: string): void => {
  const { fetch } = globalThis;
  vi.stubGlobal('window', Object.assign(new EventTarget(), { location: { href: `${url}/admin` } }));
  vi.stubGlobal('XMLHttpRequest', PageRequest);
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => fetch(new URL(address, url), init));
};
