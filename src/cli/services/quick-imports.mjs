// Preloaded into our processes. Of the seven thousand files of packages that a command reads, nearly all are imported by their
// place in their own package. Node looks for the type of each in the nearest package.json and parses all that it exports, again
// for every file: half the time of a start. Here each folder is asked once; whatever is not that plain is left to Node.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const packages = '/node_modules/';

/** By the address of a folder, with a slash at the end. */
const known = new Map();

/** Whether a `.js` file of this folder is a module, as the nearest package.json says. Outside of packages: no. */
const holdsModules = (folder) => {
  const answer = known.get(folder);
  if (answer !== undefined) return answer;
  const found = folder.endsWith(packages) ? false : askOf(folder);
  known.set(folder, found);
  return found;
};

const askOf = (folder) => {
  const description = new URL('package.json', folder);
  if (!existsSync(description)) return holdsModules(new URL('..', folder).href);
  return JSON.parse(readFileSync(description, 'utf8')).type === 'module';
};

const isPlain = (specifier, { parentURL, conditions }) =>
  specifier.startsWith('.') &&
  specifier.endsWith('.js') &&
  parentURL?.includes(packages) &&
  conditions.includes('import');

registerHooks({
  resolve(specifier, context, next) {
    if (!isPlain(specifier, context)) return next(specifier, context);
    const url = new URL(specifier, context.parentURL);
    const isModule = url.href.includes(packages) && holdsModules(new URL('.', url).href) && existsSync(url);
    return isModule ? { url: url.href, format: 'module', shortCircuit: true } : next(specifier, context);
  },
});
