/** What a file from outside may cost before it is refused. */
export interface XmlLimits {
  /** Bytes of the whole file. */
  readonly bytes: number;
  /** Elements within elements. */
  readonly depth: number;
  /** Attributes of one element. */
  readonly attributes: number;
  /** UTF-16 units of one run of text, one tag, one comment. */
  readonly text: number;
  /** UTF-16 units and elements (500 each) of one unit, one entry of a memory, one concept. */
  readonly unit: number;
  /** Units of one document. */
  readonly units: number;
}

/** Room for the largest archive of a city’s news that is sent in one file, and for no attack. */
export const usualLimits: XmlLimits = {
  bytes: 64 * 1024 * 1024,
  depth: 100,
  attributes: 60,
  text: 500_000,
  unit: 2_000_000,
  units: 20_000,
};
