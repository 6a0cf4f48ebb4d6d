'use client';
import { useAuth } from '@payloadcms/ui';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import { mayPublish, mayWrite } from '../languages/rights.ts';
import { useWords } from '../words/use-words.ts';

interface WorkbenchLinkProps {
  readonly collection: string;
  readonly id: string;
  readonly locale: StudioLocale;
}

/** The way from a document to the workbench of one of its languages, for whoever may work there. */
export const WorkbenchLink = ({ collection, id, locale }: WorkbenchLinkProps) => {
  const { user } = useAuth();
  const { sayIn } = useWords();
  if (!mayWrite(user, locale) && !mayPublish(user, locale)) return null;
  return (
    <a
      aria-label={sayIn('workbench:openOf', { language: ownNames[locale] })}
      className="bt-bench-link"
      href={`/admin/translate/${collection}/${id}/${locale}`}
      id={`translate-${locale}`}
    >
      {sayIn('workbench:open')}
    </a>
  );
};
