import type { Endpoint } from 'payload';
import { z } from 'zod';
import { answering } from '../../endpoints/after-error.ts';
import { readJson } from '../../endpoints/read-json.ts';
import { signedIn } from '../../endpoints/signed-in.ts';
import { placeIn } from '../place-in.ts';
import { fillSome } from './fill-some.ts';
import { type MachineValues, machineOf } from './machine-of.ts';

const asked = z.strictObject({ without: z.array(z.string().max(200)).max(2000).default([]) });

/**
 * The door to the machine: `POST /api/translation/:collection/:id/:locale/machine` fills some of what is empty, and says how much is
 * left, so that whoever asks can ask again, or stop. `GET /api/translation/machine` says for which languages there is one.
 */
export const machineEndpoints = (values: MachineValues | undefined): Endpoint[] => {
  const machine = machineOf(values);
  const noStore = { headers: { 'Cache-Control': 'no-store' } };
  return [
    {
      path: '/translation/machine',
      method: 'get',
      handler: answering(async (req) => {
        signedIn(req);
        return Response.json({ name: machine?.provider.name ?? null, languages: machine?.languages ?? [] }, noStore);
      }),
    },
    {
      path: '/translation/:collection/:id/:locale/machine',
      method: 'post',
      handler: answering(async (req) => {
        const viewer = signedIn(req);
        const place = placeIn(req);
        const { without } = await readJson(req, asked);
        const signal = req.signal ?? AbortSignal.timeout(5 * 60_000);
        const done = await fillSome(req, viewer, place, { machine, without: new Set(without), signal });
        return Response.json(done, noStore);
      }),
    },
  ];
};
