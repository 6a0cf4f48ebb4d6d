import type { Payload } from 'payload';
import { type MailValues, openMailer } from './mailer.ts';
import { sendDigests } from './send-digests.ts';

/** In milliseconds: so often it is looked whether a mail is due, and so often one that failed is tried again. */
const every = 10 * 60 * 1000;

/** Sends the daily mails in the background, where the installation names a server; nothing waits for it. */
export const keepMailGoing = (
  payload: Payload,
  { mail, studioUrl }: { readonly mail?: MailValues | undefined; readonly studioUrl: string },
): void => {
  if (!mail) return;
  const sending = { payload, mailer: openMailer(mail), studioUrl, hour: mail.hour };
  let isRunning = false;
  const look = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    try {
      await sendDigests(sending, new Date());
    } catch (err) {
      payload.logger.warn({ err }, 'daily mails were not looked after');
    } finally {
      isRunning = false;
    }
  };
  setInterval(() => void look(), every).unref();
  void look();
};
