'use client';
import { useEffect, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { ActionButton } from './action-button.tsx';
import { Dialog } from './dialog.tsx';

/** Address to which a click leads away from this page; null for a click that stays, or that opens another window. */
const wayOut = (event: MouseEvent): string | null => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || elsewhere || link.target === '_blank' || link.hasAttribute('download')) return null;
  return link.href.split('#')[0] === window.location.href.split('#')[0] ? null : link.href;
};

/** Asks before a page is left on which something is typed that is stored nowhere: for forms that are not Payload's. */
export const LeaveGuard = ({ unsaved, words }: { unsaved: boolean; words: string }) => {
  const { sayIn } = useWords();
  const [way, setWay] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    if (leaving && way !== null) window.location.assign(way);
  }, [leaving, way]);
  useEffect(() => {
    if (!unsaved || leaving) return;
    const onClick = (event: MouseEvent) => {
      const out = wayOut(event);
      if (out === null) return;
      event.preventDefault();
      event.stopPropagation();
      setWay(out);
    };
    // The browser asks in its own words when the window is closed
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener('click', onClick, { capture: true });
    window.addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('click', onClick, { capture: true });
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [unsaved, leaving]);
  if (way === null || leaving) return null;
  return (
    <Dialog
      footer={
        <>
          <ActionButton id="leave-stay" onClick={() => setWay(null)}>
            {sayIn('general:stayOnThisPage')}
          </ActionButton>
          <ActionButton id="leave-anyway" kind="danger" onClick={() => setLeaving(true)}>
            {sayIn('general:leaveAnyway')}
          </ActionButton>
        </>
      }
      onClose={() => setWay(null)}
      title={sayIn('general:leaveWithoutSaving')}
    >
      <p>{words}</p>
    </Dialog>
  );
};
