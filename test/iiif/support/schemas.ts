import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

const file = join(import.meta.dirname, '../../../../shared/schemas/iiif-presentation-3/iiif_3_0.json');

/** The published JSON schema of Presentation API 3.0, where the shared folder has it. */
export const presentationSchema = (): ValidateFunction | null => {
  if (!existsSync(file)) {
    console.warn(
      'LEFT OUT: ../shared is not there, so no manifest was held against the schema of Presentation API 3.0',
    );
    return null;
  }
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
};
