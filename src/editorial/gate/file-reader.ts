import type { Logger } from 'pino';
import { Failure } from '#errors/failure.ts';
import type { DocumentRef } from '../release/released-collections.ts';
import { type FileWords, masterOf } from '../secrecy/file-words.ts';
import type { Passage } from '../secrecy/passages.ts';

/** Looks for words of secrecy in what masters say of themselves, beside the gate’s own work. */
export interface FileReader {
  /** What the file of a document says; null where it is being read, and `onDone` will name the document. */
  wordsOf(ref: DocumentRef, document: unknown): readonly Passage[] | null;
  isReading(): boolean;
  /** Resolves when nothing is being read. */
  idle(): Promise<void>;
}

export interface FileReaderParts {
  readonly fileWords: FileWords;
  readonly onDone: (ref: DocumentRef) => void;
  readonly log: Logger;
}

/** A file that could not be read is not tried again before this time. */
const retryMs = 60_000;

export function openFileReader({ fileWords, onDone, log }: FileReaderParts): FileReader {
  const pending = new Map<string, Promise<void>>();
  const failedAt = new Map<string, number>();

  const read = async (ref: DocumentRef, sha256: string): Promise<void> => {
    try {
      await fileWords.read(sha256);
      failedAt.delete(sha256);
      onDone(ref);
    } catch (cause) {
      failedAt.set(sha256, Date.now());
      const code = cause instanceof Failure ? cause.code : 'unexpected';
      log.error({ collection: ref.collection, id: ref.id, code }, 'file not looked into');
    } finally {
      pending.delete(sha256);
    }
  };

  return {
    wordsOf: (ref, document) => {
      const sha256 = ref.collection === 'images' ? masterOf(document) : null;
      if (sha256 === null) return [];
      const known = fileWords.known(sha256);
      if (known || Date.now() - (failedAt.get(sha256) ?? 0) < retryMs) return known;
      // Another document with the same bytes waits for the same reading, and is named after it as well
      pending.set(
        sha256,
        (pending.get(sha256) ?? Promise.resolve()).then(() => read(ref, sha256)),
      );
      return null;
    },
    isReading: () => pending.size > 0,
    idle: async () => {
      while (pending.size > 0) await Promise.all(pending.values());
    },
  };
}
