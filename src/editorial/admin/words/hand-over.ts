/** Name that an answer gives its file. */
const nameOf = (answer: Response): string | undefined =>
  /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];

/** Gives a file to the browser to keep. @param usual its name where the answer gives none */
export const handOver = (file: Blob, answer: Response, usual: string): void => {
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: address, download: nameOf(answer) ?? usual }).click();
  // The browser reads it after the click
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
