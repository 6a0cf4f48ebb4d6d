/**
 * What can be wrong with a bag. An `error` makes it invalid or incomplete (RFC 8493, section 3); a `remark` is worth a look
 * and leaves it valid.
 */
export const bagFaults = {
  'declaration-missing': 'error',
  'declaration-malformed': 'error',
  'version-unknown': 'error',
  'encoding-unknown': 'error',
  'encoding-broken': 'error',
  'tag-too-large': 'error',
  'payload-missing': 'error',
  'manifest-missing': 'error',
  'manifest-unlisted': 'error',
  'algorithm-unknown': 'error',
  'algorithm-unchecked': 'remark',
  'algorithm-weak': 'remark',
  'line-malformed': 'error',
  'checksum-malformed': 'error',
  'checksum-wrong': 'error',
  'listed-twice': 'error',
  'tagmanifest-listed': 'error',
  'path-unsafe': 'error',
  'path-misplaced': 'error',
  'path-dotted': 'remark',
  'binary-mark': 'remark',
  'byte-order-mark': 'remark',
  'name-normalised': 'remark',
  'name-undecoded': 'remark',
  'names-alike': 'remark',
  'names-differ-in-case': 'remark',
  'file-missing': 'error',
  'file-unlisted': 'error',
  'file-unreadable': 'error',
  'file-is-link': 'error',
  'file-special': 'error',
  'fetch-malformed': 'error',
  'fetch-unlisted': 'error',
  'fetch-pending': 'error',
  'info-malformed': 'error',
  'info-repeated': 'remark',
  'oxum-malformed': 'error',
  'oxum-repeated': 'error',
  'oxum-wrong': 'error',
} as const satisfies Record<string, 'error' | 'remark'>;

export type BagFaultCode = keyof typeof bagFaults;

/** One thing that is wrong, or worth a look, and where. */
export interface BagFault {
  readonly code: BagFaultCode;
  /** Tag file in which it stands, or file that it is about, as the bag names it. */
  readonly file: string;
  /** What the words of the fault name besides: a line, an algorithm, an address … */
  readonly values: Readonly<Record<string, string | number>>;
}

export const bagFault = (code: BagFaultCode, file: string, values: BagFault['values'] = {}): BagFault => ({
  code,
  file,
  values,
});

export const isError = ({ code }: BagFault): boolean => bagFaults[code] === 'error';
