'use client';
import { toast, useAuth, useDocumentInfo } from '@payloadcms/ui';
import { useState } from 'react';
import { CopiesPanel } from '../copies/copies-panel.tsx';
import { NotPrinted } from '../copies/not-printed.tsx';
import { loadLanguages } from '../languages/languages-store.ts';
import { isSecurityOfficer, mayLower } from '../languages/rights.ts';
import { LoweringPanel } from '../lowering/lowering-panel.tsx';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { RaiseDialog } from './raise-dialog.tsx';
import { TermPart } from './term-part.tsx';
import { useLevel } from './use-level.ts';

const open = new Set(['public', 'internal']);

/** The level of the open document, in plain sight; a security officer raises it here, and two people lower it. */
export const MarkingBanner = () => {
  const { say, language } = useWords();
  const { data, id, collectionSlug } = useDocumentInfo();
  const { user } = useAuth();
  const { marking, reload } = useLevel(id ? data?.marking : null);
  const [raising, setRaising] = useState(false);
  if (!marking) return null;
  const officer = isSecurityOfficer(user);
  const isClosed = !open.has(marking.level) || marking.compartments.length > 0;
  if (!isClosed && !officer) return null;
  const changed = () => {
    void reload();
    if (collectionSlug && id) void loadLanguages(collectionSlug, String(id), language);
  };
  const done = () => {
    setRaising(false);
    toast.success(say('marking.raised'));
    changed();
  };
  return (
    <div className={`bt-marking bt-marking--${marking.level}`} id="marking-banner">
      <p>
        <b>{say(`level.${marking.level}`)}</b>
        {marking.compartments.length > 0 ? <span>{marking.compartments.join(' · ')}</span> : null}
        <small>{say(`level.explain.${marking.level}`)}</small>
      </p>
      {officer ? (
        <ActionButton id="action-raise" onClick={() => setRaising(true)}>
          {say('marking.raise')}
        </ActionButton>
      ) : null}
      {officer && collectionSlug && id ? (
        <a href={`/admin/answers?of=${collectionSlug}&id=${id}`}>{say('answers.ofDocument')}</a>
      ) : null}
      {officer ? <TermPart marking={marking} onChanged={changed} /> : null}
      {isClosed && mayLower(user) ? (
        <LoweringPanel key={`${marking.id}${marking.level}`} marking={marking} onLowered={changed} />
      ) : null}
      {isClosed && collectionSlug && id ? (
        <CopiesPanel
          collection={collectionSlug}
          id={String(id)}
          key={`copies${marking.id}${marking.level}`}
          marking={marking.id}
        />
      ) : null}
      {isClosed ? <NotPrinted /> : null}
      {raising ? <RaiseDialog marking={marking} onClose={() => setRaising(false)} onDone={done} /> : null}
    </div>
  );
};
