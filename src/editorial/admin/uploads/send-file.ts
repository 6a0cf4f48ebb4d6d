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

/** Sends one file and waits for what becomes of it. Nothing but the person, a refusal or the end of the page ends it. */
export const sendFile = (item: Outgoing, language: StudioLocale, hear: Hearing): Sending => {
  let isStopped = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let url = item.url && pathOf(item.url);

  let wake = (): void => undefined;
  const forgetWaiting = (): void => {
    clearTimeout(timer);
    window.removeEventListener('online', wake);
  };
  /** After a while, or as soon as the browser has a line again. */
  const later = (next: () => void, reason: string | null): void => {
    hear.onWait(reason);
    wake = () => {
      forgetWaiting();
      next();
    };
    timer = setTimeout(wake, waitBefore(tries));
    window.addEventListener('online', wake);
    tries += 1;
  };

  const against = (status: number, detail: string, next: () => void): void => {
    if (isStopped) return;
    if (status === 401) hear.onSignedOut();
    else if (passes(status)) later(next, detail);
    else hear.onRefused(detail);
  };

  /** Asks what has become of what was sent before; what the studio has never seen is sent from its beginning. */
  const ask = async (): Promise<void> => {
    if (!url) return upload.start();
    const answer = await studioFetch(url, language);
    if (isStopped) return;
    if (!answer.ok && answer.status === 404) {
      url = null;
      upload.url = null;
      return upload.start();
    }
    if (!answer.ok) return against(answer.status, answer.detail, () => void ask());
    const { state, fates } = toldState.parse(answer.body);
    if (state === 'done') return hear.onFates(fates);
    if (state === 'receiving') return upload.start();
    hear.onLooking();
    later(() => void ask(), null);
  };

  const upload = new Upload(item.file, {
    endpoint,
    uploadUrl: url,
    chunkSize: piece,
    retryDelays: null,
    storeFingerprintForResuming: false,
    headers: { 'Accept-Language': language },
    metadata: { batch: item.batch, filename: item.path },
    onUploadUrlAvailable: () => {
      if (upload.url) {
        upload.url = pathOf(upload.url);
        url = upload.url;
        hear.onUrl(url);
      }
    },
    onProgress: (sent) => {
      if (!isStopped) hear.onProgress(sent);
    },
    onChunkComplete: () => {
      tries = 0;
    },
    onSuccess: () => {
      if (isStopped) return;
      tries = 0;
      hear.onLooking();
      void ask();
    },
    onError: (error) => {
      const { status, detail } = refusalIn(error);
      against(status, detail, () => void ask());
    },
  });
  void ask();
  return {
    stop: () => {
      isStopped = true;
      forgetWaiting();
      void upload.abort().catch(() => undefined);
    },
  };
};
