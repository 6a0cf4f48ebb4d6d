import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineCodeFeature,
  InlineToolbarFeature,
  ItalicFeature,
  LinkFeature,
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
import { longest } from './texts.ts';

const linkable = ['articles', 'events', 'places', 'topics', 'agencies', 'images'] as const;

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
  LinkFeature({ enabledCollections: [...linkable] }),
  InlineToolbarFeature(),
];

/** A picture of the library, with the caption that it has in this text. */
const picture = (): Block => ({
  slug: 'picture',
  fields: [
    { name: 'image', type: 'relationship', relationTo: 'images', required: true },
    { name: 'caption', type: 'textarea', maxLength: 2000 },
  ],
});

/** A box of facts beside the text. */
const facts = (): Block => ({
  slug: 'facts',
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: longest.title },
    { name: 'content', type: 'richText', required: true, editor: lexicalEditor({ features: words() }) },
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
      EXPERIMENTAL_TableFeature(),
      BlocksFeature({ blocks: [picture(), facts()] }),
    ],
  }),
});
