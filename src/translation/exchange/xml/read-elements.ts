import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Failure } from '#errors/failure.ts';
import type { FailureCode } from '#errors/failures.ts';
import { type Chunks, decode } from './decode.ts';
import { attributeKey, type Place, type XmlElement } from './element.ts';
import type { XmlLimits } from './limits.ts';
import { ownText } from './own-text.ts';

/** What to do with an element: tell of its beginning and end, give it with all that it holds, or leave it out. */
export type Wish = 'enter' | 'whole' | 'skip';

export interface Reading {
  /**
   * Asked of every element whose parents are all entered.
   * @param parents outermost first
   */
  readonly wish: (element: XmlElement, parents: readonly XmlElement[]) => Wish;
  readonly limits: XmlLimits;
  /** Root elements whose document type may stand there without an internal subset; nothing of it is ever looked up. */
  readonly doctypes?: readonly string[];
}

export type Step = {
  readonly kind: 'open' | 'close' | 'whole';
  readonly element: XmlElement;
  readonly parents: readonly XmlElement[];
};

/** What an element costs beside its text: nobody puts thousands of codes into one segment. */
const elementWeight = 500;

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[];
}

const grown = (tag: SaxesTagNS, at: Place): Growing => ({
  uri: tag.uri,
  local: tag.local,
  attributes: new Map(
    Object.values(tag.attributes).map(({ uri, local, value }) => [attributeKey(uri, local), ownText(value)]),
  ),
  children: [],
  at,
});

/** Reads one file; its handlers fill `steps`, which the caller empties between two pieces. */
class ElementParser {
  readonly steps: Step[] = [];
  private readonly parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
  private readonly reading: Reading;
  private readonly entered: Growing[] = [];
  private readonly inside: Growing[] = [];
  private skipped = 0;
  private attributes = 0;
  private weight = 0;
  private written = 0;
  private eventAt = 0;
  private tagAt: Place = { line: 1, column: 1 };
  private ending = false;

  constructor(reading: Reading) {
    this.reading = reading;
    const { parser } = this;
    parser.on('error', (cause) => this.fail(this.ending ? 'exchange-cut-off' : 'exchange-malformed', {}, cause));
    parser.on('doctype', (text) => this.doctype(text));
    parser.on('opentagstart', ({ name }) => this.tagBegins(name));
    parser.on('attribute', () => this.attribute());
    parser.on('opentag', (tag) => this.open(grown(tag, this.tagAt)));
    parser.on('closetag', () => this.close());
    parser.on('text', (text) => this.text(text));
    parser.on('cdata', (text) => this.text(text));
    parser.on('comment', () => this.moved());
    parser.on('processinginstruction', () => this.moved());
  }

  /** Reads on. Between two events no more than the limit and one piece is held. */
  write(text: string): void {
    this.parser.write(text);
    this.written += text.length;
    const { limits } = this.reading;
    if (this.written - this.eventAt > limits.text) this.fail('exchange-text-too-long', { max: limits.text });
  }

  end(): void {
    this.ending = true;
    this.parser.close();
  }

  fail(code: FailureCode, values: Readonly<Record<string, string | number>> = {}, cause?: unknown): never {
    const { line, column } = this.parser;
    throw new Failure(code, { ...values, line, column: column + 1 }, { cause });
  }

  private moved(): void {
    this.eventAt = this.parser.position;
  }

  private doctype(text: string): void {
    this.moved();
    const roots = this.reading.doctypes ?? [];
    const literal = `\\s+("[^"<>]*"|'[^'<>]*')`;
    const harmless = new RegExp(`^\\s*(${roots.join('|')})(\\s+SYSTEM${literal}|\\s+PUBLIC${literal}${literal})?\\s*$`);
    if (roots.length === 0 || !harmless.test(text)) this.fail('exchange-doctype');
  }

  private tagBegins(name: string): void {
    this.moved();
    this.attributes = 0;
    const { line, column } = this.parser;
    const from = column - name.length - 1;
    this.tagAt = from >= 0 ? { line, column: Math.max(1, from) } : { line: Math.max(1, line - 1), column: 1 };
  }

  private attribute(): void {
    this.moved();
    const max = this.reading.limits.attributes;
    if (++this.attributes > max) this.fail('exchange-too-many-attributes', { max });
  }

  private open(element: Growing): void {
    const { limits, wish } = this.reading;
    this.moved();
    const depth = this.entered.length + this.inside.length + this.skipped;
    if (depth >= limits.depth) this.fail('exchange-too-deep', { max: limits.depth });
    if (this.skipped > 0) this.skipped += 1;
    else if (this.inside.length > 0) this.addInside(element);
    else {
      const wished = wish(element, this.entered);
      if (wished === 'skip') this.skipped = 1;
      else if (wished === 'whole') this.begin(element);
      else this.enter(element);
    }
  }

  private enter(element: Growing): void {
    this.steps.push({ kind: 'open', element, parents: [...this.entered] });
    this.entered.push(element);
  }

  private begin(element: Growing): void {
    this.weight = 0;
    this.inside.push(element);
  }

  private addInside(element: Growing): void {
    this.inside.at(-1)?.children.push(element);
    this.inside.push(element);
    this.weigh(elementWeight);
  }

  private weigh(more: number): void {
    this.weight += more;
    const max = this.reading.limits.unit;
    if (this.weight > max) this.fail('exchange-text-too-long', { max });
  }

  private text(text: string): void {
    this.moved();
    const max = this.reading.limits.text;
    if (text.length > max) this.fail('exchange-text-too-long', { max });
    const element = this.inside.at(-1);
    if (!element || this.skipped > 0) return;
    this.weigh(text.length);
    element.children.push(ownText(text));
  }

  private close(): void {
    this.moved();
    if (this.skipped > 0) {
      this.skipped -= 1;
      return;
    }
    const inside = this.inside.pop();
    const element = inside ?? this.entered.pop();
    if (!element || this.inside.length > 0) return;
    this.steps.push({ kind: inside ? 'whole' : 'close', element, parents: [...this.entered] });
  }
}

/**
 * Reads a file of elements, without ever holding more of it than one element that is wanted whole. There are no entities but the
 * five of XML 1.0; a document type is refused, or passed over where the reading allows its plain form.
 * @throws {Failure} `exchange-…` with `line` and `column` where the file cannot be read or costs too much
 */
export async function* readElements(chunks: Chunks, reading: Reading): AsyncGenerator<Step, void> {
  const parser = new ElementParser(reading);
  for await (const { text, ends } of decode(chunks, reading.limits.bytes)) {
    parser.write(text);
    yield* parser.steps.splice(0);
    if (ends === 'exchange-too-large') parser.fail(ends, { megabytes: Math.round(reading.limits.bytes / 1_048_576) });
    if (ends) parser.fail(ends);
  }
  parser.end();
  yield* parser.steps.splice(0);
}
