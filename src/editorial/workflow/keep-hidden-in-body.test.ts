import { expect, it } from 'vitest';
import { keepHiddenInBody } from './keep-hidden-in-body.ts';

const hidden = new Set(['secret', 'photo']);
const text = (words: string) => ({ type: 'text', version: 1, format: 0, text: words });
const paragraph = (...children: object[]) => ({ type: 'paragraph', version: 1, children });
const linkTo = (value: string, words: string) => ({
  type: 'link',
  id: `to-${value}`,
  fields: { linkType: 'internal', doc: { relationTo: 'articles', value } },
  children: [text(words)],
});
const picture = (image: string) => ({ type: 'block', fields: { blockType: 'picture', image } });
const facts = (...children: object[]) => ({
  type: 'block',
  fields: { blockType: 'facts', content: bodyOf(...children) },
});
const bodyOf = (...children: object[]) => ({ root: { type: 'root', children } });
const [one, two, three] = ['Một', 'Hai', 'Ba'].map((words) => paragraph(text(words)));
const keep = (before: object, after: object) => keepHiddenInBody(before, after, hidden);

it('leaves alone what hid nothing', () => {
  const after = bodyOf(paragraph(text('khác')));
  expect(keep(bodyOf(paragraph(linkTo('open', 'Xem chợ'))), after)).toBe(after);
});

it('is the text before where what was shown comes back', () => {
  const before = bodyOf(one as object, picture('photo'), paragraph(linkTo('secret', 'Xem chợ')));
  expect(keep(before, bodyOf(one as object, paragraph(text('Xem chợ'))))).toEqual(before);
});

it('keeps a picture behind what it stood behind, whatever else becomes of the text', () => {
  const before = bodyOf(picture('photo'), one as object, picture('photo'), two as object);
  const after = bodyOf(three as object, one as object, paragraph(text('Hai hai')));
  expect(keep(before, after)).toEqual(
    bodyOf(picture('photo'), three as object, one as object, picture('photo'), paragraph(text('Hai hai'))),
  );
  expect(keep(before, bodyOf())).toEqual(bodyOf(picture('photo'), picture('photo')));
});

it('keeps a link around its words, which have run together with those beside them', () => {
  const before = bodyOf(one as object, paragraph(text('Hãy '), linkTo('secret', 'xem chợ'), text(' nhé.')));
  const after = bodyOf(one as object, paragraph(text('Xin hãy xem chợ nhé.')));
  expect(keep(before, after)).toEqual(
    bodyOf(one as object, paragraph(text('Xin hãy '), linkTo('secret', 'xem chợ'), text(' nhé.'))),
  );
});

it('keeps a link around all where the words are others', () => {
  const before = bodyOf(paragraph(linkTo('secret', 'Xem cho')), two as object);
  const after = bodyOf(paragraph(text('Xem chợ')), two as object);
  expect(keep(before, after)).toEqual(bodyOf(paragraph(linkTo('secret', 'Xem chợ')), two as object));
});

it('lets a link go with the paragraph that somebody takes away', () => {
  const before = bodyOf(one as object, paragraph(linkTo('secret', 'Xem chợ')), two as object);
  expect(keep(before, bodyOf(one as object, two as object))).toEqual(bodyOf(one as object, two as object));
});

it('looks into lists and boxes', () => {
  const item = (...children: object[]) => ({ type: 'listitem', children });
  const list = (...children: object[]) => ({ type: 'list', listType: 'bullet', children });
  const before = bodyOf(list(item(text('a')), item(linkTo('secret', 'b'))), facts(paragraph(linkTo('secret', 'c'))));
  const after = bodyOf(list(item(text('a a')), item(text('b'))), facts(paragraph(text('c')), one as object));
  expect(keep(before, after)).toEqual(
    bodyOf(
      list(item(text('a a')), item(linkTo('secret', 'b'))),
      facts(paragraph(linkTo('secret', 'c')), one as object),
    ),
  );
});

it('knows a part again whose form wrote its incidentals anew', () => {
  const before = bodyOf({ ...paragraph(linkTo('secret', 'Xem chợ')), direction: 'ltr' }, one as object);
  const after = bodyOf({ ...paragraph(text('Xem chợ')), direction: null }, two as object);
  expect(keep(before, after)).toEqual(
    bodyOf({ ...paragraph(linkTo('secret', 'Xem chợ')), direction: 'ltr' }, two as object),
  );
});
