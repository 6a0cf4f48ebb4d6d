import { Failure } from '#errors/failure.ts';
import { canonicalBytes } from './canonical.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** A lone surrogate can come into JSON only by an escape of this shape: UTF-8 has no other way to carry one. */
const surrogateEscape = /\\u[dD][89a-fA-F]/;

/**
 * Reads JSON from bytes of unknown origin.
 *
 * @throws Failure `feed-malformed` for broken UTF-8, a byte order mark, broken JSON or a lone surrogate.
 */
export const parseJson = (bytes: Uint8Array): unknown => {
  let text: string;
  let value: unknown;
  try {
    text = utf8.decode(bytes);
    value = JSON.parse(text);
  } catch (cause) {
    throw new Failure('feed-malformed', { what: 'json' }, { cause });
  }
  if (surrogateEscape.test(text)) canonicalBytes(value);
  return value;
};
