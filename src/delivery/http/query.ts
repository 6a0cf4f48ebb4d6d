import type { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import type { FailureCode } from '#errors/failures.ts';

/** What is wrong with one parameter. */
export interface ParameterFault {
  readonly parameter: string;
  readonly code: FailureCode;
}

/** A refusal that names every parameter at fault. */
export class ParameterFailure extends Failure {
  readonly faults: readonly ParameterFault[];

  constructor(faults: readonly ParameterFault[]) {
    const code = faults[0]?.code ?? 'parameter-invalid';
    const alike = faults.filter((fault) => fault.code === code).map((fault) => fault.parameter);
    super(code, { parameter: alike.join(', ') });
    this.faults = faults;
  }
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (cause) {
    throw new Failure('path-malformed', {}, { cause });
  }
};

/** The query of a request target, undecoded, without its question mark. */
export const queryOf = (target: string): string => {
  const mark = target.indexOf('?');
  return mark === -1 ? '' : target.slice(mark + 1);
};

/** Only names that could be a parameter's are repeated to the client. */
const printable = (name: string): string => (/^[\w.[\]$-]{1,40}$/.test(name) ? name : '…');

const pairsOf = (query: string): [string, string][] =>
  query === ''
    ? []
    : query.split('&').map((pair) => {
        const equals = pair.indexOf('=');
        return equals === -1 ? [decode(pair), ''] : [decode(pair.slice(0, equals)), decode(pair.slice(equals + 1))];
      });

/**
 * Reads the parameters of a request by their schema: the same that documents them.
 * @throws Failure `path-malformed` for what cannot be decoded, ParameterFailure naming every unknown, repeated or invalid one
 */
export const readQuery = <S extends z.ZodObject>(target: string, schema: S): z.output<S> => {
  const values = new Map<string, string>();
  const faults: ParameterFault[] = [];
  for (const [name, value] of pairsOf(queryOf(target))) {
    if (!Object.hasOwn(schema.shape, name)) faults.push({ parameter: printable(name), code: 'parameter-unknown' });
    else if (values.has(name)) faults.push({ parameter: name, code: 'parameter-repeated' });
    else values.set(name, value);
  }
  const parsed = schema.safeParse(Object.fromEntries(values));
  const invalid = parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0] ?? ''));
  for (const name of new Set(invalid)) {
    faults.push({ parameter: name, code: name === 'cursor' ? 'cursor-invalid' : 'parameter-invalid' });
  }
  if (faults.length > 0) throw new ParameterFailure(faults.slice(0, 20));
  if (!parsed.success) throw parsed.error;
  return parsed.data;
};
