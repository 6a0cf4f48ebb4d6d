import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Role } from '#access/viewer.ts';
import { type Browser, openBrowser } from '../../support/browser.ts';
import { lastingFolder } from '../../support/quick-folder.ts';
import type { Caller } from '../../support/studio-caller.ts';
import { type MachineServer, startMachine } from '../../translation/support/machine-server.ts';
import { admit, enter, hire, type Login } from './cast.ts';
import { type House, startHouse } from './house.ts';
import { translateByNumber } from './number-machine.ts';
import { openProfiles } from './profiles.ts';
import { desktop, openWindow, type Size, type Visit } from './visit.ts';

/** Who takes part, with a name of their own; the officer is the one of the demo, since nobody clears themselves. */
const parts = {
  editor: { name: 'Đỗ Anh Thư', roles: ['editor'] },
  colleague: { name: 'Hồ Minh Khang', roles: ['editor'] },
  translator: { name: 'Lâm Mỹ Linh', roles: ['translator'] },
  publisher: { name: 'Phan Quốc Việt', roles: ['publisher'] },
  curator: { name: 'Ngô Thu Trang', roles: ['curator'] },
  secondCurator: { name: 'Dương Gia Bảo', roles: ['curator'] },
  secondOfficer: { name: 'Trịnh Hải Yến', roles: ['security-officer'] },
  keeper: { name: 'Huỳnh Bảo Ngọc', roles: ['terminologist'] },
} as const satisfies Record<string, { name: string; roles: readonly Role[] }>;

export type Part = keyof typeof parts | 'officer';

/** What a visit may differ in. */
export interface Circumstances {
  readonly size?: Size;
  /** Language of the studio. */
  readonly language?: 'vi' | 'en' | 'fr' | 'zh';
}

/** A complete installation with its demo content, a browser, and the people of the story. */
export interface Stage extends AsyncDisposable {
  readonly house: House;
  readonly browser: Browser;
  /** The machine that may fill French, and what it has been asked. */
  readonly machine: MachineServer;
  /** What pages complained of by themselves, and every address outside the house that one asked for. */
  readonly complaints: readonly string[];
  /** Address in the studio of the article of the story, without a language. */
  article: string;
  /** Last parts of its addresses outside. */
  slugs: { readonly vi: string; readonly zh: string };
  /** Says which password the administrator chose at their first log-in. */
  settle(login: Login): void;
  /** The log-in of somebody of the story, whom the administrator hires when they are needed first. */
  member(part: Part): Promise<Login>;
  /** Somebody of the story at the studio's HTTP door. */
  caller(part: Part | 'administrator'): Promise<Caller>;
  /** Opens a window of somebody, who signs in when they come first, lets them act, and closes it. */
  as<T>(part: Part, act: (visit: Visit) => Promise<T>, circumstances?: Circumstances): Promise<T>;
  /** A window in which nobody has signed in. */
  window(size?: Size): Promise<Visit>;
}

/** Opens the house and the browser, for all chapters. */
export const openStage = async (): Promise<Stage> => {
  const opened = new AsyncDisposableStack();
  const machine = opened.use(await startMachine(translateByNumber));
  const help = { MACHINE_TRANSLATION: 'libretranslate', MACHINE_URL: machine.url, MACHINE_LANGUAGES: 'fr' };
  const house = opened.use(await startHouse(help));
  const { browser } = opened.use(await openBrowser());
  const profiles = openProfiles(browser, house);
  const complaints: string[] = [];
  const members = new Map<Part, Promise<Login>>();
  let settled: Login | undefined;
  const administrator = async () => {
    if (!settled) throw new Error('The administrator has not signed in yet');
    return enter(house, settled);
  };
  const engage = async (part: Part): Promise<Login> =>
    part === 'officer'
      ? admit(house, await administrator(), 'security-officer@benthanh.example')
      : hire(house, await administrator(), { ...parts[part], email: `${randomUUID()}@benthanh.example` });
  const stage: Stage = {
    ...{ house, browser, machine, complaints },
    article: '',
    slugs: { vi: '', zh: '' },
    settle: (login) => {
      settled = login;
    },
    member: (part) => {
      const known = members.get(part) ?? engage(part);
      members.set(part, known);
      return known;
    },
    caller: async (part) => (part === 'administrator' ? administrator() : enter(house, await stage.member(part))),
    window: (size = desktop) => openWindow(browser, house, size),
    as: async (part, act, { size = desktop, language = 'vi' } = {}) => {
      const visit = await profiles.enter(await stage.member(part), language, size);
      try {
        return await act(visit);
      } catch (error) {
        const file = join(lastingFolder(), `benthanh-failed-${randomUUID()}.png`);
        await visit.page.screenshot({ path: file }).then(
          () => console.log(`what ${part} saw last: ${file}`),
          () => undefined,
        );
        throw error;
      } finally {
        complaints.push(...visit.complaints);
        await visit.close();
      }
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
  return stage;
};
