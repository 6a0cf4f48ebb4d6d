import type { Payload } from 'payload';
import { type MailValues, openMailer } from './mailer.ts';
import { sendDigests } from './send-digests.ts';

/** In milliseconds: so often it is looked whether a mail is due, and so often one that failed is tried again. */
const every = 10 * 60 * 1000;

/**
 * Sends the daily mails in the background, where the installation names a server; nothing waits for it. Closing Payload stops it first,
 * when the mail that is under way is handed over.
 */
export const keepMailGoing = (
  payload: Payload,
  { mail, studioUrl }: { readonly mail?: MailValues | undefined; readonly studioUrl: string },
): void => {
  if (!mail) return;
  const stop = new AbortController();
  const sending = { payload, mailer: openMailer(mail), studioUrl, hour: mail.hour, signal: stop.signal };
  let running: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    try {
      await sendDigests(sending, new Date());
    } catch (err) {
      payload.logger.warn({ err }, 'daily mails were not looked after');
    }
    running = null;
  };
  const begin = (): void => {
    running ??= look();
  };
  const timer = setInterval(begin, every);
  timer.unref();
  begin();
  const { destroy } = payload;
  payload.destroy = async () => {
    clearInterval(timer);
    stop.abort();
    await running;
    await destroy();
  };
};
