import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineCodeFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnderlineFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical';
import type { Block, Field } from 'payload';
import { linkFeature } from './link-feature.ts';
import { tableFeature } from './table-feature.ts';
import { longest } from './texts.ts';
import { word } from './word.ts';
import { wordsIntoFormFeature } from './words-into-form-feature.ts';

/** What a run of text can be, in a body and in a fact box alike. */
const words = () => [
  ParagraphFeature(),
  BoldFeature(),
  ItalicFeature(),
  UnderlineFeature(),
  StrikethroughFeature(),
  SubscriptFeature(),
  SuperscriptFeature(),
  UnorderedListFeature(),
  OrderedListFeature(),
  linkFeature(),
  InlineToolbarFeature(),
  wordsIntoFormFeature(),
];

/** Hands what is typed in a box to the text around it. It holds nothing and shows nothing. */
const wordsIntoText = (): Field => ({
  name: 'wordsIntoText',
  type: 'ui',
  admin: { components: { Field: '/src/editorial/admin/text/words-into-text.tsx#WordsIntoText' } },
});

/** A picture of the library, with the caption that it has in this text. */
const picture = (): Block => ({
  slug: 'picture',
  admin: { disableBlockName: true },
  labels: { singular: word('block.picture'), plural: word('block.pictures') },
  fields: [
    {
      name: 'image',
      type: 'relationship',
      relationTo: 'images',
      required: true,
      label: word('block.image'),
      admin: {
        appearance: 'drawer',
        components: { afterInput: ['/src/editorial/admin/images/chosen-picture.tsx#ChosenPicture'] },
      },
    },
    { name: 'caption', type: 'textarea', maxLength: 2000, label: word('block.caption') },
    wordsIntoText(),
  ],
});

/** A box of facts beside the text. */
const facts = (): Block => ({
  slug: 'facts',
  admin: { disableBlockName: true },
  labels: { singular: word('block.facts'), plural: word('block.factsPlural') },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: longest.title, label: word('block.title') },
    {
      name: 'content',
      type: 'richText',
      required: true,
      label: word('block.content'),
      editor: lexicalEditor({ features: words() }),
    },
    wordsIntoText(),
  ],
});

/** The text of an article or event: localised as a whole, so that no row of one language is merged into another. */
export const body = (): Field => ({
  name: 'body',
  type: 'richText',
  localized: true,
  editor: lexicalEditor({
    features: [
      ...words(),
      FixedToolbarFeature(),
      InlineCodeFeature(),
      HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
      BlockquoteFeature(),
      HorizontalRuleFeature(),
      tableFeature(),
      BlocksFeature({ blocks: [picture(), facts()] }),
    ],
  }),
});
