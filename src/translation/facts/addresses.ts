import type { Found } from './fact.ts';

const mail = /(?<![\w.+%-])[\w.+%-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+/giu;
/** With a scheme, with www., or a name under a domain that nothing else looks like. */
const web =
  /(?:https?:\/\/|www\.)[^\s<>"“”«»（），。；、\p{Script=Han}]+|(?<![\w@.-])(?:[a-z\d-]+\.)+(?:vn|com|org|net|info|gov|edu|io|fr|cn|eu|asia|travel)(?![\w-])(?:\/[^\s<>"“”«»（），。；、\p{Script=Han}]*)?/giu;

/** Punctuation that ends the sentence and not the address; a bracket stays where its partner is inside. */
const trimmed = (address: string): string => {
  const short = address.replace(/[.,;:!?'’…]+$/, '');
  if (short.endsWith(')') && !short.includes('(')) return trimmed(short.slice(0, -1));
  return short;
};

/** Host in lower case, without scheme, `www.` and a closing slash: what leads to the same place is the same. */
const canonical = (address: string): string => {
  const [host = '', ...path] = address.replace(/^https?:\/\//i, '').split('/');
  return [host.toLowerCase().replace(/^www\./, ''), ...path].join('/').replace(/\/$/, '');
};

/** Addresses of mail and web, which stand in a text as they are in every language. */
export const readAddresses = (text: string): Found[] => {
  const mails = [...text.matchAll(mail)].map(
    ({ 0: address, index }): Found => ({
      kind: 'mail',
      value: address.toLowerCase(),
      start: index,
      end: index + address.length,
    }),
  );
  const isInMail = (at: number) => mails.some(({ start, end }) => at >= start && at < end);
  const webs = [...text.matchAll(web)]
    .filter(({ index }) => !isInMail(index))
    .map(({ 0: address, index }): Found => {
      const whole = trimmed(address);
      return { kind: 'web', value: canonical(whole), start: index, end: index + whole.length };
    });
  return [...mails, ...webs];
};
