import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GateStep, gateSteps } from '#editorial/gate/steps.ts';
import { newSigningKey, saveKey } from '#feed/keys.ts';
import { isLongRun } from '../support/exhaustive-files.ts';
import { quickNode } from '../support/quick-node.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import { type Gatehouse, openGatehouse } from './support/gatehouse.ts';
import { type Healing, openHealing } from './support/healing.ts';
import { openNewsroom } from './support/newsroom.ts';

const program = join(import.meta.dirname, 'support/doomed-gate.ts');

/** Every step in the long run; in the usual one those after which something stands half: the feed without the ledger, files that nobody may see. */
const fatal: readonly GateStep[] = isLongRun ? gateSteps : ['appended', 'removed'];

describe.each(exhaustiveDatabases)('a gate whose process is killed, on %s', (database) => {
  let studio: Studio;
  let house: Gatehouse;
  let healing: Healing;
  beforeAll(async () => {
    studio = await startStudio({ database });
    const key = newSigningKey();
    await saveKey(join(studio.folder, 'gate.pem'), key);
    house = await openGatehouse(studio, key);
    healing = await openHealing(studio, await openNewsroom(studio), house);
  }, 120_000);
  afterAll(() => studio?.close());

  /** Runs a gate until it is killed, and tells how it ended. */
  const run = async (step: GateStep, comparing: boolean): Promise<[code: number | null, signal: string | null]> => {
    const orders = join(studio.folder, 'orders.json');
    const { values, folder } = studio;
    const places = { mastersDir: values.mastersDir, dir: house.dir, feedDir: house.feedDir };
    const rest = { keyFile: join(folder, 'gate.pem'), step, comparing };
    await writeFile(orders, JSON.stringify({ studio: values, ...places, ...rest }));
    const child = spawn(process.execPath, [...quickNode, program, orders], { stdio: ['ignore', 'inherit', 'inherit'] });
    const [code, signal] = await once(child, 'exit');
    return [code, signal];
  };

  it.each(fatal)('after "%s" leaves what the next one makes whole', async (step) => {
    await healing.editWithHints();
    expect(await run(step, false)).toEqual([null, 'SIGKILL']);
    await house.pass();
    await healing.healed();
  });

  it('and killed again while it mends that leaves it just so', async () => {
    await healing.edits();
    for (const step of ['appended', 'noted'] as const) {
      const [code, signal] = await run(step, true);
      expect([
        [null, 'SIGKILL'],
        [3, null],
      ]).toContainEqual([code, signal]);
    }
    await house.pass();
    await healing.healed();
  });
});
