import { ownNames, type StudioLocale } from '#languages/locales.ts';
import { dayInWords } from '../words/day-in-words.ts';
import { speak } from '../words/speak.ts';
import type { Mail } from './mailer.ts';

/** Something that the public can read already: it alone is named in a mail. */
export interface NamedWork {
  readonly title: string;
  readonly locale: StudioLocale;
  /** Day in the city. */
  readonly due: string | null;
  readonly href: string;
}

/** All that a daily mail says. */
export interface Digest {
  readonly name: string;
  readonly language: StudioLocale;
  readonly counts: Readonly<Record<'late' | 'translate' | 'review' | 'talk', number>>;
  readonly named: readonly NamedWork[];
  /** Address of the studio, without a slash at the end. */
  readonly studioUrl: string;
}

const parts = ['late', 'translate', 'review', 'talk'] as const;

const sumOf = ({ counts }: Digest): number => parts.reduce((sum, part) => sum + counts[part], 0);

/** Whether there is anything to say. */
export const saysSomething = (digest: Digest): boolean => sumOf(digest) > 0;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

const lineOf = ({ title, locale, due }: NamedWork, language: StudioLocale): string => {
  const until = due === null ? '' : speak(language, 'work', 'mail.due', { day: dayInWords(due, language) });
  return [title, ownNames[locale], until].filter((part) => part !== '').join(' · ');
};

const textOf = (digest: Digest, counted: readonly string[], say: (key: string) => string): string => {
  const { named, language, studioUrl } = digest;
  const list = named.flatMap((one) => [`- ${lineOf(one, language)}`, `  ${one.href}`]);
  return [
    ...[speak(language, 'work', 'mail.hello', { name: digest.name }), '', ...counted.map((line) => `- ${line}`), ''],
    ...(list.length > 0 ? [say('mail.named'), ...list, ''] : []),
    ...[`${say('mail.open')} ${studioUrl}/admin/inbox`, '', say('mail.why'), `${studioUrl}/admin/account`, ''],
  ].join('\n');
};

const htmlOf = (digest: Digest, counted: readonly string[], say: (key: string) => string): string => {
  const { named, language, studioUrl } = digest;
  const link = (href: string, words: string) => `<a href="${escaped(href)}">${escaped(words)}</a>`;
  const items = (list: readonly string[]) => `<ul>${list.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Bến Thành</title></head><body>`,
    `<p>${escaped(speak(language, 'work', 'mail.hello', { name: digest.name }))}</p>`,
    items(counted.map(escaped)),
    named.length > 0
      ? `<p>${escaped(say('mail.named'))}</p>${items(named.map((one) => link(one.href, lineOf(one, language))))}`
      : '',
    `<p>${link(`${studioUrl}/admin/inbox`, say('mail.open'))}</p>`,
    `<p><small>${escaped(say('mail.why'))} ${link(`${studioUrl}/admin/account`, say('mail.account'))}</small></p>`,
    '</body></html>',
  ].join('\n');
};

/** The daily mail in the language of whoever gets it, as plain text and as simple HTML with the same words. */
export const writeDigest = (digest: Digest): Pick<Mail, 'subject' | 'text' | 'html'> => {
  const { language, counts } = digest;
  const say = (key: string): string => speak(language, 'work', key);
  const counted = parts.flatMap((part) =>
    counts[part] > 0 ? [speak(language, 'work', `mail.${part}`, { count: counts[part] })] : [],
  );
  return {
    subject: speak(language, 'work', 'mail.subject', { count: sumOf(digest) }),
    text: textOf(digest, counted, say),
    html: htmlOf(digest, counted, say),
  };
};
