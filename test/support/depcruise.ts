import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

const program = join(import.meta.dirname, '../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

const cruise = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) })),
  summary: z.object({
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        rule: z.object({ name: z.string() }),
        comment: z.string().optional(),
      }),
    ),
  }),
});

/** What dependency-cruiser sees and reports in a project folder that has its rules. */
export async function cruiseFolder(folder: string, places: readonly string[]): Promise<z.infer<typeof cruise>> {
  const args = [program, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...places];
  const output = await new Promise<string>((done, fail) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (stdout === '') fail(new Error(stderr, { cause: error }));
      else done(stdout);
    });
  });
  return cruise.parse(JSON.parse(output));
}

const ruleFile = z.object({
  default: z.object({
    forbidden: z.array(z.object({ name: z.string(), severity: z.string(), comment: z.string() })),
  }),
});

/** The rules as dependency-cruiser reads them. */
export async function readRules(file: string): Promise<z.infer<typeof ruleFile>['default']['forbidden']> {
  const loaded: unknown = await import(file);
  return ruleFile.parse(loaded).default.forbidden;
}
