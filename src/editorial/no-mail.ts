import type { EmailAdapter } from 'payload';

/** The studio sends no mail: a password is never reset by it, and no subject line can tell what a document is called. */
export const noMail: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: 'nobody@localhost',
  defaultFromName: 'Bến Thành',
  sendEmail: async () => undefined,
});
