import { z } from 'zod';
import { type Manner, offered, tell } from '../../translation/support/machine-server.ts';

const question = z.object({ q: z.array(z.string()), source: z.literal('vi'), target: z.literal('fr') });

/**
 * A machine that speaks the protocol of LibreTranslate and says of each text how many letters it has. Of a text with codes it drops the
 * codes, as machines do.
 */
export const translateByNumber: Manner = (body, answer, { url }) => {
  if (url === '/languages') return void tell(answer, 200, offered);
  const read = question.safeParse(body);
  if (!read.success) return void tell(answer, 400, { error: 'no question' });
  const translatedText = read.data.q.map((text) => `Un texte de ${text.length} lettres`);
  tell(answer, 200, { translatedText });
};
