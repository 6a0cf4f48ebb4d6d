'use client';
import { LaunchPanel } from '../launch/launch-panel.tsx';
import { useRememberVisit } from '../shell/use-remember-visit.ts';
import { useWords } from '../words/use-words.ts';
import { LanguageRows } from './language-rows.tsx';
import { PanelActions } from './panel-actions.tsx';
import { ReviewWords } from './review-words.tsx';
import { SharedNotice } from './shared-notice.tsx';
import { useHeadTitle } from './use-head-title.ts';
import { useOpenDocument } from './use-open-document.ts';
import { useSourceOfNew } from './use-source-of-new.ts';
import { VisibilityLine } from './visibility-line.tsx';

/** The four languages of the open document: where each stands, and what can be done with the one that is open. */
export const LanguagesPanel = () => {
  const { say } = useWords();
  const { collection, id, locale, languages, facts, review, reload, canPublish } = useOpenDocument();
  useRememberVisit(collection, id, locale);
  useHeadTitle(languages);
  useSourceOfNew(id === undefined, locale);
  if (!id) return <p className="bt-panel bt-panel__hint">{say('languages.afterFirstSave')}</p>;
  if (!languages || !facts) return <div aria-busy="true" className="bt-panel bt-panel--waiting" />;
  return (
    <section aria-label={say('languages.title')} className="bt-panel bt-languages">
      <h3>{say('languages.title')}</h3>
      <LanguageRows collection={collection} id={id} languages={languages.languages} open={locale} />
      <VisibilityLine collection={collection} facts={facts} id={id} level={languages.level} />
      {review ? <ReviewWords review={review} /> : null}
      <SharedNotice collection={collection} languages={languages} locale={locale} />
      <PanelActions canPublish={canPublish} collection={collection} facts={facts} id={id} languages={languages} />
      <LaunchPanel collection={collection} id={id} reload={reload} trigger={languages} />
    </section>
  );
};
