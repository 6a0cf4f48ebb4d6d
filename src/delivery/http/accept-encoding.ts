/** Weight of each coding that a header names. */
const weightsOf = (header: string): Map<string, number> =>
  new Map(
    header
      .toLowerCase()
      .split(',')
      .map((part) => {
        const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
        const weight = parameters.find((parameter) => parameter.startsWith('q='));
        const quality = weight === undefined ? 1 : Number(weight.slice(2));
        return [name, Number.isFinite(quality) ? quality : 0];
      }),
  );

/** Brotli where it is allowed and nothing else is liked better; who names only `identity` is not surprised. */
const parse = (header: string): boolean => {
  const weights = weightsOf(header);
  const brotli = weights.get('br') ?? weights.get('*') ?? 0;
  return brotli > 0 && brotli >= (weights.get('identity') ?? 0);
};

let [lastHeader, lastAnswer] = ['', false];

/** Whether brotli bytes may be sent (RFC 9110, 12.5.3). Clients repeat themselves, so the last answer is kept. */
export const acceptsBrotli = (header: string | undefined): boolean => {
  if (header === undefined) return false;
  if (header !== lastHeader) [lastHeader, lastAnswer] = [header, parse(header)];
  return lastAnswer;
};
