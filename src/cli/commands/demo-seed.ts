import type { Command } from '../command.ts';

/** Loads the demo content; a second call finds everything there. */
export const demoSeed: Command = {
  args: [],
  options: {},
  run: async (_, { config, t, progress }) => {
    const { seedDemo } = await import('../demo/seed-demo.ts');
    const { openStudio } = await import('../open-studio.ts');
    await using studio = await openStudio(config());
    const seeded = await seedDemo(studio.payload, config(), (done, total) =>
      progress(t('cli:start.demo', { done, total })),
    );
    return { data: seeded, lines: [t('cli:demo-seeded', { documents: seeded.documents })] };
  },
};
