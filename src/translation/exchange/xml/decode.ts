import { Failure } from '#errors/failure.ts';

/** Bytes that go to the decoder at once, so that one large piece is never held twice. */
const window = 64 * 1024;
/** Bytes in which a byte order mark and a declaration stand. */
const headBytes = 256;

/**
 * What a file is written in: its byte order mark says it, or the first bytes, or its declaration (XML 1.0, appendix F).
 * @returns a name that `TextDecoder` knows
 */
const encodingOf = (head: Uint8Array): string => {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  return declared(new TextDecoder('latin1').decode(head));
};

/**
 * A file that says UTF-16 and is none was written by a program that changed the bytes and left the words: it is read as UTF-8,
 * whose bytes cannot be mistaken.
 */
const declared = (text: string): string => {
  const name = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']{1,40})["']/.exec(text)?.[1] ?? 'UTF-8';
  if (/^(utf-?8|us-ascii|ascii|utf-?16(le|be)?)$/i.test(name)) return 'utf-8';
  throw new Failure('exchange-encoding', { encoding: name.replace(/[^\w.:-]/g, ''), line: 1, column: 1 });
};

async function* windows(chunks: Chunks, most: number): AsyncGenerator<Uint8Array | 'beyond', void> {
  let read = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += window) {
      const piece = chunk.subarray(from, from + window);
      read += piece.length;
      if (read > most) yield 'beyond';
      yield piece;
    }
  }
}

/** Bytes of a file, as a stream gives them or in one piece. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A piece of text, or what ends the reading: text up to bytes that mean nothing, or too many bytes. */
export type Decoded = { readonly text: string; readonly ends?: 'exchange-bytes' | 'exchange-too-large' };

/**
 * Decodes strictly; a second decoder that lets everything pass goes along, since only one that has seen what came before can say
 * how far the text is good.
 */
class Decoder {
  private readonly strict: TextDecoder;
  private readonly lenient: TextDecoder;

  constructor(head: Uint8Array) {
    const encoding = encodingOf(head);
    this.strict = new TextDecoder(encoding, { fatal: true });
    this.lenient = new TextDecoder(encoding);
  }

  next(piece: Uint8Array): Decoded {
    return this.decoded(piece, { stream: true });
  }

  /** A file may be cut off within a character. */
  end(): Decoded {
    return this.decoded(new Uint8Array(), {});
  }

  private decoded(piece: Uint8Array, options: { stream?: boolean }): Decoded {
    const text = this.lenient.decode(piece, options);
    try {
      this.strict.decode(piece, options);
      return { text };
    } catch {
      return { text: text.split('\ufffd', 1)[0] ?? '', ends: 'exchange-bytes' };
    }
  }
}

/**
 * Text of a file in UTF-8 or UTF-16, piece by piece.
 * @param most bytes after which it stops
 * @throws {Failure} `exchange-encoding` where it is written in anything else
 */
export async function* decode(chunks: Chunks, most: number): AsyncGenerator<Decoded, void> {
  let head: Uint8Array = new Uint8Array();
  let decoder: Decoder | undefined;
  for await (const piece of windows(chunks, most)) {
    if (piece === 'beyond') {
      yield { text: '', ends: 'exchange-too-large' };
      return;
    }
    head = decoder ? piece : Buffer.concat([head, piece]);
    if (!decoder && head.length < headBytes) continue;
    decoder ??= new Decoder(head);
    yield decoder.next(head);
    head = new Uint8Array();
  }
  decoder ??= new Decoder(head);
  yield decoder.next(head);
  yield decoder.end();
}
