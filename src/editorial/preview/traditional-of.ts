import type { Payload } from 'payload';
import { cityNames } from '#translation/script/city-names.ts';
import { openToTraditional, type ToTraditional } from '#translation/script/to-traditional.ts';
import { namesInBothScripts } from '../gate/names-in-both-scripts.ts';
import { type Registry, registryOf } from '../translation/terms/registry.ts';

/** The conversion that belongs to a registry: it stays as long as no name changes. */
const made = new WeakMap<Registry, ToTraditional>();

/** Writes Chinese as the gate would, with the official names of this moment. */
export const traditionalOf = async (payload: Payload): Promise<ToTraditional> => {
  const registry = await registryOf(payload);
  const known = made.get(registry);
  if (known) return known;
  const traditional = openToTraditional([...namesInBothScripts([...registry.concepts.values()]), ...cityNames]);
  made.set(registry, traditional);
  return traditional;
};
