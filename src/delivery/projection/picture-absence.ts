import { Failure } from '#errors/failure.ts';
import type { RecordType } from '#record/common.ts';
import { isComing } from './find-document.ts';
import type { Store } from './store.ts';

/** Why there is nothing of a document: it was public and is no more (410); or, whatever the reason, it is not here, or not yet (404). */
export const absence = (store: Store, type: RecordType, id: string): Failure => {
  const now = new Date().toISOString();
  const seen = store.sql('SELECT 1 FROM once WHERE id = ? AND type = ? AND since <= ?').get(id, type, now);
  const served = store.sql('SELECT 1 FROM card WHERE id = ?').get(id);
  return new Failure(seen && !served && !isComing(store, id) ? 'withdrawn' : 'not-found');
};

export const pictureAbsence = (store: Store, id: string): Failure => absence(store, 'image', id);
