/** Something that is measured now. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly value: number;
}

/** Type of what `expositionOf` gives. */
export const expositionType = 'text/plain; version=0.0.4; charset=utf-8';

/** Measurements in Prometheus’ text format, version 0.0.4. What is not known is left out, and never told as 0. */
export const expositionOf = (gauges: readonly Gauge[]): string =>
  gauges.map(({ name, help, value }) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`).join('');
