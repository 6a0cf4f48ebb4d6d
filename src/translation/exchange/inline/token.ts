import type { SingleKind, SpanKind } from '../../content.ts';
import type { Place } from '../xml/element.ts';

/**
 * What stands in a segment of a file, before anybody has looked whether it fits together. `key` says which codes belong together
 * in the file; `id` is the code’s id, absent where the file gives it none.
 */
export type Token = TextToken | OpenToken | CloseToken | SingleToken;

export interface TextToken {
  readonly token: 'text';
  readonly text: string;
}

export interface OpenToken {
  readonly token: 'open';
  readonly key: string;
  readonly id?: string;
  readonly kind?: SpanKind;
  readonly address?: string;
  readonly at: Place;
}

export interface CloseToken {
  readonly token: 'close';
  readonly key: string;
  readonly at: Place;
}

export interface SingleToken {
  readonly token: 'single';
  readonly id?: string;
  readonly kind?: SingleKind;
  readonly at: Place;
}

export const textToken = (text: string): TextToken => ({ token: 'text', text });
