/** The mail server, with the password that it asks for, and when the daily mail goes out. */
export interface MailValues {
  readonly host: string;
  readonly port: number;
  /** Encrypted from the first byte. */
  readonly isEncrypted: boolean;
  /** Empty: the server asks for no name. */
  readonly user: string;
  readonly password?: string | undefined;
  readonly from: string;
  /** Hour of the day in the city, 0 to 23. */
  readonly hour: number;
}

/** A mail as it leaves the house. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Always the same for the same mail, so that whoever gets it twice can tell. */
  readonly messageId: string;
}

export interface Mailer {
  /** @throws whatever kept the server from taking it */
  send(mail: Mail): Promise<void>;
}

/** In milliseconds: a server that does not answer holds up nothing. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };

const isHere = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host);

/**
 * Hands mails to a server by SMTP (RFC 5321), encrypted wherever the server offers it. A password goes over no line that is not
 * encrypted, except within this machine.
 */
export const openMailer = (values: MailValues): Mailer => ({
  send: async (mail) => {
    const { createTransport } = await import('nodemailer');
    const { host, port, isEncrypted, user, password, from } = values;
    const transport = createTransport({
      ...{ host, port, secure: isEncrypted, requireTLS: password !== undefined && !isEncrypted && !isHere(host) },
      ...(user === '' ? {} : { auth: { user, pass: password ?? '' } }),
      ...patience,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      const headers = { 'Auto-Submitted': 'auto-generated', Precedence: 'bulk' };
      await transport.sendMail({ ...mail, from: { name: 'Bến Thành', address: from }, headers });
    } finally {
      transport.close();
    }
  },
});
