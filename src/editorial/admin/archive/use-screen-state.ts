'use client';
import { useAddressState } from '../shell/use-address-state.ts';
import { addressOf, readState } from './screen-state.ts';

const inAddress = { read: readState, write: addressOf };

/** What the archive's screen shows, kept in its address. */
export const useScreenState = () => useAddressState(inAddress);
