/**
 * `npm run bench` measures everything and writes `bench/RESULTS.md`; `npm run bench -- <part …>` measures parts and only
 * prints. Parts: delivery, city, rebuild, images.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureDelivery } from './delivery.ts';
import { measureImages } from './images.ts';
import { measurePublishing } from './publish.ts';
import { measureRebuild } from './rebuild.ts';
import { measureAgainstStudio } from './studio.ts';
import { openCity } from './support/city.ts';
import { printSection, type Section, writeResults } from './support/report.ts';

const articles = 5000;

const measureCity = async (): Promise<Section[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'benthanh-city-'));
  try {
    await using city = await openCity(folder, articles);
    return [await measureAgainstStudio(city), await measurePublishing(city)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const parts: Record<string, () => Promise<Section[]>> = {
  city: measureCity,
  delivery: async () => [await measureDelivery(articles)],
  rebuild: async () => [await measureRebuild()],
  images: async () => [await measureImages()],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0)
  throw new Error(`Unknown part: ${unknown.join(', ')}. There are ${Object.keys(parts).join(', ')}.`);

const sections: Section[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const found = await measure();
  found.forEach(printSection);
  sections.push(...found);
}
if (wanted.length === 0) {
  await writeResults(join(import.meta.dirname, 'RESULTS.md'), new Date().toISOString().slice(0, 10), sections);
}
