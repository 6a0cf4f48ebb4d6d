import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names the data of a house that was opened once in this run, with its demo content, and left in peace. */
const variable = 'BENTHANH_OPENED_HOUSE';

/** Says where this run keeps it; called once, by the process that runs the tests. */
export const nameOpenedHouse = (): void => {
  process.env[variable] ??= join(tmpdir(), `benthanh-opened-${process.pid}`);
};

export const openedHouseFolder = (): string => String(process.env[variable]);

export const forgetOpenedHouse = (): Promise<void> => rm(openedHouseFolder(), { recursive: true, force: true });
