import { DetailedError, Upload } from 'tus-js-client';
import type { StudioLocale } from '#languages/locales.ts';
import { readRefusal, studioFetch } from '../words/studio-fetch.ts';
import type { KeptFile } from './kept.ts';
import { waitBefore } from './pace.ts';
import { type ToldFate, toldState } from './told.ts';

const endpoint = '/api/images/uploads';
/** Bytes of a piece; the studio takes twice as many at most. */
const piece = 8 * 1024 * 1024;

/** What is told of a file that is on its way. */
export interface Hearing {
  onUrl(url: string): void;
  onProgress(sent: number): void;
  onLooking(): void;
  onFates(fates: readonly ToldFate[]): void;
  /** It does not go on at the moment, and is tried again by itself. @param reason empty where nothing came back at all */
  onWait(reason: string | null): void;
  /** It does not go on until the person says so. */
  onRefused(reason: string): void;
  onSignedOut(): void;
}

/** A file to be sent, and where it was being sent before. */
type Outgoing = Pick<KeptFile, 'batch' | 'path' | 'url'> & { readonly file: File };

export interface Sending {
  stop(): void;
}

/** The path of an address: the studio may be spoken to by another name than the one that it tells. */
const pathOf = (url: string): string => new URL(url, window.location.href).pathname;

/** Takes back what was begun. That it could not be told now does not matter: the studio forgets it after some days. */
export const removeUpload = async (url: string): Promise<void> => {
  const headers = { 'Tus-Resumable': '1.0.0' };
  await fetch(pathOf(url), { method: 'DELETE', headers, credentials: 'same-origin' }).catch(() => null);
};

/** What the studio said against a piece; status 0 where nothing came back. */
const refusalIn = (error: Error) => {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  const status = response?.getStatus() ?? 0;
  try {
    return readRefusal(status, JSON.parse(response?.getBody() ?? ''));
  } catch {
    return readRefusal(status, null);
  }
};

/** Refusals that pass by themselves: no line, a studio that starts anew, a full disk, too much at once. */
const passes = (status: number): boolean => status === 0 || status >= 500 || [408, 409, 423, 429].includes(status);

class Sender implements Sending {
  #isStopped = false;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #url: string | null;
  #wake = (): void => undefined;
  readonly #upload: Upload;
  readonly #language: StudioLocale;
  readonly #hear: Hearing;

  constructor(item: Outgoing, language: StudioLocale, hear: Hearing) {
    this.#language = language;
    this.#hear = hear;
    this.#url = item.url && pathOf(item.url);
    this.#upload = new Upload(item.file, {
      endpoint,
      uploadUrl: this.#url,
      chunkSize: piece,
      retryDelays: null,
      storeFingerprintForResuming: false,
      headers: { 'Accept-Language': language },
      metadata: { batch: item.batch, filename: item.path },
      onUploadUrlAvailable: () => this.#begun(),
      onProgress: (sent) => {
        if (!this.#isStopped) hear.onProgress(sent);
      },
      onChunkComplete: () => {
        this.#tries = 0;
      },
      onSuccess: () => {
        if (this.#isStopped) return;
        this.#tries = 0;
        hear.onLooking();
        void this.ask();
      },
      onError: (error) => {
        const { status, detail } = refusalIn(error);
        this.#against(status, detail);
      },
    });
  }

  /** Asks what has become of what was sent before; what the studio has never seen is sent from its beginning. */
  async ask(): Promise<void> {
    if (!this.#url) return this.#upload.start();
    const answer = await studioFetch(this.#url, this.#language);
    if (this.#isStopped) return;
    if (!answer.ok && answer.status === 404) {
      this.#url = null;
      this.#upload.url = null;
      return this.#upload.start();
    }
    if (!answer.ok) return this.#against(answer.status, answer.detail);
    const { state, fates } = toldState.parse(answer.body);
    if (state === 'done') return this.#hear.onFates(fates);
    if (state === 'receiving') return this.#upload.start();
    this.#hear.onLooking();
    this.#later(null);
  }

  stop(): void {
    this.#isStopped = true;
    this.#forgetWaiting();
    void this.#upload.abort().catch(() => undefined);
  }

  #begun(): void {
    if (!this.#upload.url) return;
    this.#url = pathOf(this.#upload.url);
    this.#upload.url = this.#url;
    this.#hear.onUrl(this.#url);
  }

  #forgetWaiting(): void {
    clearTimeout(this.#timer);
    window.removeEventListener('online', this.#wake);
  }

  /** After a while, or as soon as the browser has a line again. */
  #later(reason: string | null): void {
    this.#hear.onWait(reason);
    this.#wake = () => {
      this.#forgetWaiting();
      void this.ask();
    };
    this.#timer = setTimeout(this.#wake, waitBefore(this.#tries));
    window.addEventListener('online', this.#wake);
    this.#tries += 1;
  }

  #against(status: number, detail: string): void {
    if (this.#isStopped) return;
    if (status === 401) this.#hear.onSignedOut();
    else if (passes(status)) this.#later(detail);
    else this.#hear.onRefused(detail);
  }
}

/** Sends one file and waits for what becomes of it. Nothing but the person, a refusal or the end of the page ends it. */
export const sendFile = (item: Outgoing, language: StudioLocale, hear: Hearing): Sending => {
  const sender = new Sender(item, language, hear);
  void sender.ask();
  return sender;
};
