import { z } from 'zod';
import type { Overrides } from '#translation/script/overrides.ts';

const form = z.object({
  locale: z.literal('zh'),
  term: z.string().trim().min(1),
  traditional: z.string().trim().min(1),
  status: z.enum(['approved', 'allowed']),
});
const concept = z.object({ forms: z.array(z.unknown()) });

/** Chinese forms of official names with their Traditional writing, the approved ones first; what has none says nothing. */
export const namesInBothScripts = (concepts: readonly unknown[]): Overrides => {
  const forms = concepts
    .flatMap((one) => concept.safeParse(one).data?.forms ?? [])
    .flatMap((one) => form.safeParse(one).data ?? []);
  const inOrder = [
    ...forms.filter(({ status }) => status === 'approved'),
    ...forms.filter(({ status }) => status === 'allowed'),
  ];
  return inOrder.map(({ term, traditional }) => ({ simplified: term, traditional }));
};
