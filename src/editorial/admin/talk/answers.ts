import { z } from 'zod';

const person = z.object({ id: z.string(), name: z.string() });
export type Listener = z.infer<typeof person>;

const comment = z.looseObject({ id: z.string(), at: z.string(), text: z.string(), by: person, isMine: z.boolean() });
export type Comment = z.infer<typeof comment>;

const thread = z.looseObject({
  id: z.string(),
  /** The line on which it stands; null: its passage is gone. */
  segment: z.string().nullable(),
  quote: z.string(),
  resolved: z.object({ by: person, at: z.string() }).nullable(),
  unread: z.boolean(),
  comments: z.array(comment),
});
export type Thread = z.infer<typeof thread>;

/** Everything that is said of a language of a document, as `GET …/comments` says it. */
export const talkAnswer = z.looseObject({ threads: z.array(thread), listeners: z.array(person) });
export type TalkAnswer = z.infer<typeof talkAnswer>;

/** Longest comment, in UTF-16 units, as the studio takes it. */
export const longestComment = 2000;
