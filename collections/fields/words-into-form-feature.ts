import { createServerFeature } from '@payloadcms/richtext-lexical';

/** Sees to it that what is typed into a text reaches the form. It adds nothing that a text could hold. */
export const wordsIntoFormFeature = createServerFeature({
  key: 'wordsIntoForm',
  feature: { ClientFeature: '/src/editorial/admin/text/words-into-form.tsx#WordsIntoFormClient' },
});
