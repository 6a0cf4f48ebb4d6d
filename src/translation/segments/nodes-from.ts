import { type Content, isRun, type OpenCode, type SingleCode } from '../content.ts';
import type { Template, Templates } from './content-of.ts';
import { looksLike, textNode } from './formats.ts';
import { linkTo } from './link-address.ts';
import { isProperties, type Properties, typeOf } from './nodes.ts';

interface Frame {
  /** The code that opened it; none for the sentence as a whole. */
  readonly open: OpenCode | null;
  readonly children: unknown[];
}

interface Building {
  readonly frames: Frame[];
  /** Formatting that is on, by the id of its code. */
  readonly on: Map<string, OpenCode>;
  readonly templates: Templates;
  readonly used: Set<string>;
}

/**
 * Nodes of the editor that say what a content says. `templates`: what its codes stand for, by id; a link is made from its
 * address where there is none, and what else has none is left out, with its words kept. Codes that cross or never end
 * are closed where they have to be: no word is lost to them.
 */
export function nodesFrom(content: Content, templates: Templates): unknown[] {
  const building: Building = {
    frames: [{ open: null, children: [] }],
    on: new Map(),
    templates,
    used: new Set(),
  };
  for (const piece of content) {
    if (isRun(piece)) addText(piece.text, building);
    else if (piece.code === 'open') begin(piece, building);
    else if (piece.code === 'close') end(piece.id, building);
    else add(single(piece, building), building);
  }
  while (building.frames.length > 1) closeFrame(building);
  return building.frames[0]?.children ?? [];
}

const add = (node: unknown, { frames }: Building): void => {
  if (node !== undefined) frames.at(-1)?.children.push(node);
};

function addText(text: string, building: Building): void {
  if (text === '') return;
  const opened = [...building.on.values()];
  const more = opened.flatMap(({ id }) => {
    const template = building.templates.get(id);
    return template && 'more' in template ? [template.more] : [];
  });
  const node = textNode(text, new Set(opened.map(({ kind }) => kind)), more);
  const children = building.frames.at(-1)?.children ?? [];
  const last = children.at(-1);
  if (isProperties(last) && typeof last.text === 'string' && looksLike(last, node)) {
    children[children.length - 1] = { ...last, text: last.text + text };
  } else children.push(node);
}

/** Whether a code stands for a node around words, and not for a property of runs of text. */
const isFrame = ({ kind, id }: OpenCode, templates: Templates): boolean => {
  const template = templates.get(id);
  return kind === 'link' || (kind === 'span' && template !== undefined && 'node' in template);
};

function begin(open: OpenCode, building: Building): void {
  if (isFrame(open, building.templates)) building.frames.push({ open, children: [] });
  else building.on.set(open.id, open);
}

function end(id: string, building: Building): void {
  if (building.on.delete(id)) return;
  if (!building.frames.some(({ open }) => open?.id === id)) return;
  while (building.frames.at(-1)?.open?.id !== id) closeFrame(building);
  closeFrame(building);
}

function closeFrame(building: Building): void {
  const frame = building.frames.pop();
  if (!frame?.open) return;
  const like = once(frame.open.id, building);
  if (frame.open.kind === 'link') add(linkTo(frame.open.address, frame.children, like), building);
  else add({ ...like, children: frame.children }, building);
}

function single({ id, kind }: SingleCode, building: Building): unknown {
  const node = nodeOf(building.templates.get(id));
  if (kind === 'object') return node;
  if (kind === 'break') return typeOf(node) === 'linebreak' ? node : { type: 'linebreak', version: 1 };
  return typeOf(node) === 'tab' ? node : { ...textNode('\t', new Set(), [{ detail: 2 }]), type: 'tab' };
}

const nodeOf = (template: Template | undefined): unknown =>
  template && 'node' in template ? template.node : undefined;

/** The node behind a code. Where a code stands twice, the second one gets an id of its own from the editor. */
function once(id: string, building: Building): Properties | undefined {
  const node = nodeOf(building.templates.get(id));
  if (!isProperties(node)) return undefined;
  if (!building.used.has(id)) {
    building.used.add(id);
    return node;
  }
  const { id: _taken, ...rest } = node;
  return rest;
}
