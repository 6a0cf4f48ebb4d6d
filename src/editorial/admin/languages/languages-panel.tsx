'use client';
import { toast } from '@payloadcms/ui';
import { usePathname, useRouter } from 'next/navigation.js';
import { useState } from 'react';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { useRememberVisit } from '../shell/use-remember-visit.ts';
import { useWords } from '../words/use-words.ts';
import { ReturnDialog } from './return-dialog.tsx';
import { ReviewWords } from './review-words.tsx';
import { SharedNotice } from './shared-notice.tsx';
import { StateChip } from './state-chip.tsx';
import { TakeBackDialog } from './take-back-dialog.tsx';
import { useOpenDocument } from './use-open-document.ts';
import { VisibilityLine } from './visibility-line.tsx';

type Open = 'return' | 'takeBack' | null;

/** The four languages of the open document: where each stands, and what can be done with the one that is open. */
export const LanguagesPanel = () => {
  const { say } = useWords();
  const router = useRouter();
  const pathname = usePathname();
  const document = useOpenDocument();
  const { collection, id, locale, languages, facts, review, reload, canPublish } = document;
  const [open, setOpen] = useState<Open>(null);
  useRememberVisit(collection, id, locale);
  if (!id) return <p className="bt-panel bt-panel__hint">{say('languages.afterFirstSave')}</p>;
  if (!languages || !facts) return <div aria-busy="true" className="bt-panel bt-panel--waiting" />;
  const go = (to: StudioLocale) => router.push(`${pathname}?locale=${to}`);
  const done = (words: string) => {
    setOpen(null);
    toast.success(words);
    void reload();
  };
  const isLive = languages.languages.some((one) => one.publishedAt !== null);
  return (
    <section aria-label={say('languages.title')} className="bt-panel bt-languages">
      <h3>{say('languages.title')}</h3>
      <ul>
        {languages.languages.map((one) => (
          <li key={one.locale}>
            <button
              aria-current={one.locale === locale}
              className="bt-languages__row"
              id={`language-${one.locale}`}
              onClick={() => go(one.locale)}
              type="button"
            >
              <span lang={one.locale}>{ownNames[one.locale]}</span>
              {one.isSource ? <em>{say('languages.source')}</em> : null}
              <StateChip state={one.state} />
            </button>
          </li>
        ))}
      </ul>
      <VisibilityLine collection={collection} facts={facts} id={id} />
      {review ? <ReviewWords review={review} /> : null}
      <SharedNotice collection={collection} languages={languages} locale={locale} />
      <div className="bt-panel__actions">
        {facts.state === 'missing' ? null : (
          <a
            className="bt-button bt-button--plain"
            href={`/api/preview/${collection}/${id}?locale=${locale}`}
            id="action-preview"
            rel="noreferrer"
            target="_blank"
          >
            {say('action.preview')}
          </a>
        )}
        {canPublish && facts.state === 'in-review' ? (
          <ActionButton id="action-return" onClick={() => setOpen('return')}>
            {say('action.return')}
          </ActionButton>
        ) : null}
        {canPublish && isLive ? (
          <ActionButton id="action-take-back" kind="link" onClick={() => setOpen('takeBack')}>
            {say('action.takeBack')}
          </ActionButton>
        ) : null}
      </div>
      {open === 'return' ? (
        <ReturnDialog
          collection={collection}
          id={id}
          locale={locale}
          onClose={() => setOpen(null)}
          onDone={() => done(say('review.returned'))}
        />
      ) : null}
      {open === 'takeBack' ? (
        <TakeBackDialog
          collection={collection}
          id={id}
          languages={languages}
          locale={locale}
          onClose={() => setOpen(null)}
          onDone={() => done(say('takeBack.done'))}
        />
      ) : null}
    </section>
  );
};
