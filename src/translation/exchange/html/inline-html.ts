import { type Content, isRun, type OpenCode, type Piece, type SpanKind } from '../../content.ts';
import { type Binding, writePieces } from '../inline/pairing.ts';
import { escapeText, openTag } from '../xml/write.ts';

const tags: Readonly<Record<SpanKind, string>> = {
  ...{ bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', subscript: 'sub', superscript: 'sup' },
  ...{ code: 'code', link: 'a', span: 'span' },
};

/** A page that is opened from a disk leads only where a click cannot harm. */
const isHarmless = (address: string): boolean => /^(https?:\/\/|mailto:|tel:)/i.test(address);

const opening = ({ kind, address }: OpenCode): string => {
  if (kind !== 'link') return openTag(tags[kind]);
  const href = address !== undefined && isHarmless(address) ? address : undefined;
  return openTag('a', { href, title: address, rel: href && 'noreferrer noopener' });
};

const write = (piece: Piece, binding: Binding, kinds: ReadonlyMap<string, SpanKind>, object: string): string => {
  if (isRun(piece)) return escapeText(piece.text);
  if (piece.code === 'single') return { break: '<br>', tab: '&#9;', object: escapeText(object) }[piece.kind];
  if (binding !== 'paired') return '';
  return piece.code === 'open' ? opening(piece) : `</${tags[kinds.get(piece.id) ?? 'span']}>`;
};

/**
 * A content as HTML, of which nothing but the marks of the content is markup.
 * @param object what stands for something that only the studio can show
 */
export const inlineHtml = (content: Content, object: string): string => {
  const opened = content.flatMap((piece) => (!isRun(piece) && piece.code === 'open' ? [piece] : []));
  const kinds = new Map(opened.map(({ id, kind }) => [id, kind]));
  return writePieces(content, (piece, binding) => write(piece, binding, kinds, object));
};
