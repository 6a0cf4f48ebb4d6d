import type { StudioLocale } from '#languages/locales.ts';
import { chatCompletions } from './chat-completions.ts';
import { libreTranslate } from './libre-translate.ts';
import type { MachineProvider } from './provider.ts';

/** A machine as an installation names it. */
export interface MachineValues {
  readonly protocol: 'libretranslate' | 'chat';
  /** Without a slash at the end. */
  readonly url: string;
  readonly key?: string | undefined;
  readonly model: string;
  /** Languages into which it may translate. */
  readonly languages: readonly StudioLocale[];
}

/** The machine that may help, and the languages for which it may. */
export interface Machine {
  readonly provider: MachineProvider;
  readonly languages: readonly StudioLocale[];
}

export const machineOf = (values: MachineValues | undefined): Machine | null => {
  if (!values) return null;
  const { protocol, languages, ...address } = values;
  return { provider: protocol === 'chat' ? chatCompletions(address) : libreTranslate(address), languages };
};
