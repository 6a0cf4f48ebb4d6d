'use client';
import type { ReviewFacts } from '../../desk/document-languages.ts';
import { momentInWords } from '../words/format-time.ts';
import { useWords } from '../words/use-words.ts';

/** Who asked for a review or answered it, and in which words. */
export const ReviewWords = ({ review }: { review: ReviewFacts }) => {
  const { say, language } = useWords();
  const known = ['requested', 'returned', 'approved', 'withdrawn'].includes(review.state);
  if (!known) return null;
  const who = review.by ?? say('review.somebody');
  return (
    <figure className={`bt-review bt-review--${review.state}`}>
      <figcaption>{say(`review.${review.state}By`, { who, when: momentInWords(review.at, language) })}</figcaption>
      {review.note ? <blockquote>{review.note}</blockquote> : null}
    </figure>
  );
};
