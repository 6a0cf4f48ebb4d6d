import { writeFile } from 'node:fs/promises';
import { importMapFile, wantedImportMap } from './import-map.ts';

await writeFile(importMapFile, await wantedImportMap());
