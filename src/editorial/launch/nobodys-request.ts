import { createLocalReq, type Payload, type PayloadRequest } from 'payload';

/** A request of a program, in nobody’s name. */
export const nobodysRequest = (payload: Payload): Promise<PayloadRequest> => createLocalReq({}, payload);
