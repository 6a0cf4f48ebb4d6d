import type { PayloadRequest } from 'payload';

const key = 'unshown';

/** Reads something that is not shown to anybody: only whether it is there, or what may be done with it. It leaves no line. */
export const unshown = async <T>({ context }: Pick<PayloadRequest, 'context'>, read: () => Promise<T>): Promise<T> => {
  context[key] = true;
  try {
    return await read();
  } finally {
    delete context[key];
  }
};

export const isUnshown = ({ context }: Pick<PayloadRequest, 'context'>): boolean => context[key] === true;
