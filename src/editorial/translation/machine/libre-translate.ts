import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { askMachine, type Patience } from './ask-machine.ts';
import type { MachineAddress, MachineProvider } from './provider.ts';

const offered = z.array(z.looseObject({ code: z.string(), targets: z.array(z.string()).optional() }));
const answer = z.looseObject({ translatedText: z.array(z.string()) });

/** By which codes servers of several ages know a language. */
const codes: Record<StudioLocale, readonly string[]> = {
  vi: ['vi'],
  en: ['en'],
  fr: ['fr'],
  zh: ['zh-Hans', 'zh', 'zh-CN'],
};

/**
 * A server that speaks the protocol of LibreTranslate: `GET /languages`, `POST /translate`.
 * @see https://docs.libretranslate.com
 */
export const libreTranslate = ({ url, key }: MachineAddress, patience?: Patience): MachineProvider => {
  let known: Promise<z.infer<typeof offered>> | null = null;
  const languages = async (signal: AbortSignal) => {
    known ??= askMachine({ url: `${url}/languages` }, signal, patience).then((said) => {
      const read = offered.safeParse(said);
      if (!read.success) throw new Failure('machine-useless');
      return read.data;
    });
    try {
      return await known;
    } catch (cause) {
      known = null;
      throw cause;
    }
  };
  const codeOf = (all: z.infer<typeof offered>, locale: StudioLocale): string => {
    const found = codes[locale].find((code) => all.some((one) => one.code === code));
    if (!found) throw new Failure('machine-language');
    return found;
  };
  return {
    name: 'LibreTranslate',
    async translate(texts, from, to, signal) {
      const all = await languages(signal);
      const pair = { source: codeOf(all, from), target: codeOf(all, to) };
      const json = { q: texts, ...pair, format: 'html', ...(key !== undefined && { api_key: key }) };
      const said = answer.safeParse(await askMachine({ url: `${url}/translate`, json }, signal, patience));
      if (!said.success || said.data.translatedText.length !== texts.length) throw new Failure('machine-useless');
      return said.data.translatedText;
    },
  };
};
