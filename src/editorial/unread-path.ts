/**
 * Joins parts of a path, like `join` of `node:path`. For folders of the installation that bear a name which a folder or file of
 * the project has as well: a bundler that sees such a path made reads whatever fits it, and takes tests and lists of
 * packages along with the pages. It is asked for by name at run time, so that none sees it.
 */
export const { join: unreadPath } = process.getBuiltinModule('node:path');
