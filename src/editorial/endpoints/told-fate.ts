import type { PayloadRequest } from 'payload';
import type { Fate } from '../archive/ingest.ts';
import { languageOf } from '../words/language-of.ts';
import { problemOf } from './problem.ts';

/** What became of a file, with the reason in the person's language. */
export const toldFate = (req: PayloadRequest, { file, outcome, code, values, lacks, id, bytes }: Fate) => ({
  ...{ file, outcome, code, lacks, image: id, bytes },
  // A picture that was there before is spoken of without its title: it may be marked higher since
  reason: code && code !== 'image-exists' ? problemOf({ code, values: values ?? {} }, languageOf(req)).detail : null,
});
