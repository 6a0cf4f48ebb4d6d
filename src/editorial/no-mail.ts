import type { EmailAdapter } from 'payload';

/**
 * Payload sends no mail: a password is never reset by it, and no subject line can tell what a document is called. The one mail
 * that the studio sends has a way of its own, `mail/`.
 */
export const noMail: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: 'nobody@localhost',
  defaultFromName: 'Bến Thành',
  sendEmail: async () => undefined,
});
