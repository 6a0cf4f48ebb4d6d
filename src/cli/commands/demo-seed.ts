import type { Command } from '../command.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import { openStudio } from '../open-studio.ts';

/** Loads the demo content; a second call finds everything there. */
export const demoSeed: Command = {
  args: [],
  options: {},
  run: async (_, { config, t, progress }) => {
    await using studio = await openStudio(config());
    const seeded = await seedDemo(studio.payload, config(), (done, total) =>
      progress(t('cli:start.demo', { done, total })),
    );
    return { data: seeded, lines: [t('cli:demo-seeded', { documents: seeded.documents })] };
  },
};
