import type { Payload } from 'payload';
import { z } from 'zod';
import { readFixityRecord } from '#media/fixity/record.ts';
import type { RecordReader } from '#media/fixity/record-reader.ts';

const custom = z.looseObject({ mastersDir: z.string() });

/** Asks what the checks of the masters found; null before the first, or where the record cannot be read, as the log says. */
export function askRecord<T>(
  { config, logger }: Pick<Payload, 'config' | 'logger'>,
  read: (record: RecordReader) => T,
): T | null {
  try {
    return readFixityRecord(custom.parse(config.custom).mastersDir, read) ?? null;
  } catch (err) {
    logger.error({ err }, 'the record of the masters’ checks cannot be read');
    return null;
  }
}
