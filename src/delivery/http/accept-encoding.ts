const parse = (header: string): boolean => {
  let [brotli, any]: [number | null, number | null] = [null, null];
  for (const part of header.toLowerCase().split(',')) {
    const [name, ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    const quality = weight === undefined ? 1 : Number(weight.slice(2));
    if (name === 'br') brotli = Number.isFinite(quality) ? quality : 0;
    if (name === '*') any = Number.isFinite(quality) ? quality : 0;
  }
  return (brotli ?? any ?? 0) > 0;
};

let [lastHeader, lastAnswer] = ['', false];

/** Whether brotli bytes may be sent (RFC 9110, 12.5.3). Clients repeat themselves, so the last answer is kept. */
export const acceptsBrotli = (header: string | undefined): boolean => {
  if (header === undefined) return false;
  if (header !== lastHeader) [lastHeader, lastAnswer] = [header, parse(header)];
  return lastAnswer;
};
