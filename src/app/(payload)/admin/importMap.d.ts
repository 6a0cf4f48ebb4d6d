import type { ImportMap } from 'payload';

/** Written by `payload`'s generator from the components that the configuration names; a test keeps it current. */
export declare const importMap: ImportMap;
