import type { Config } from '#config/config.ts';
import type { Words } from '../words/words.ts';
import type { FirstLogin } from './administrator.ts';
import { placesOf } from './service-plans.ts';

/** What an operator wants to know once everything runs. The password is shown here and nowhere else. */
export function banner(config: Config, login: FirstLogin | undefined, t: Words): string {
  const lines: (readonly [label: string, value: string] | undefined)[] = [
    [t('cli:banner.studio'), `${config.studioUrl}/admin`],
    [t('cli:banner.public-api'), config.publicUrl],
    [t('cli:banner.reference'), `${config.publicUrl}/docs`],
    undefined,
    ...(login === undefined
      ? []
      : [
          [t('cli:banner.administrator'), login.email] as const,
          [t('cli:banner.password'), `${login.password}  (${t('cli:banner.password-once')})`] as const,
          undefined,
        ]),
    [t('cli:banner.data'), config.dataDir],
    [t('cli:banner.logs'), placesOf(config).logDir],
    [t('cli:banner.stop'), 'Ctrl-C'],
  ];
  const width = Math.max(...lines.map((line) => cells(line?.[0] ?? '')));
  const rows = lines.map((line) => (line === undefined ? '' : `  ${pad(line[0], width)}  ${line[1]}`));
  return ['', t('cli:banner.running'), '', ...rows, ''].join('\n');
}

const pad = (text: string, width: number) => text + ' '.repeat(width - cells(text));

/** Cells of a terminal: a Chinese character fills two. */
const cells = (text: string): number => [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u;
