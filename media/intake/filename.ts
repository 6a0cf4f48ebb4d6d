/** Control characters, those that turn the direction of writing, and what file systems forbid. */
const unwanted = /[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu;

/** A client's file name made harmless: the last part of the path, NFC, at most 200 characters, `image` when nothing is left. */
export function cleanFilename(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = [...last.replace(unwanted, '').trim()].slice(-200).join('');
  // Only now: cut short, a long name could begin with a dot, and be hidden
  return clean.replace(/^[.\s]+/, '') || 'image';
}
