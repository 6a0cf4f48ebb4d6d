import { spawnSync } from 'node:child_process';

/** The Python package `bagit`, which many archives use, where this machine has it. */
interface PythonBagit {
  validate(dir: string): { readonly status: number | null; readonly told: string };
  /** Makes a bag of a folder in its place. */
  make(dir: string, checksums: readonly string[], info: Readonly<Record<string, string>>): void;
}

const python = (...args: readonly string[]) => spawnSync('python3', args, { encoding: 'utf8' });

const isFound = python('-c', 'import bagit').status === 0;

if (!isFound)
  console.warn('LEFT OUT: python3 has no package bagit, so no bag was compared with its work (pip install bagit)');

const make = `
import bagit, json, sys
bagit.make_bag(sys.argv[1], json.loads(sys.argv[3]), checksums=json.loads(sys.argv[2]))
`;

export const pythonBagit: PythonBagit | null = isFound
  ? {
      validate: (dir) => {
        const { status, stderr } = python('-m', 'bagit', '--validate', dir);
        return { status, told: stderr };
      },
      make: (dir, checksums, info) => {
        const { status, stderr } = python('-c', make, dir, JSON.stringify(checksums), JSON.stringify(info));
        if (status !== 0) throw new Error(stderr);
      },
    }
  : null;
