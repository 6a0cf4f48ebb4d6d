'use client';
import { toast } from '@payloadcms/ui';
import { useState } from 'react';
import { ownNames } from '#languages/locales.ts';
import type { ToldPermission } from '../../copies/copy-panel.ts';
import type { RegisterLine } from '../../copies/register.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { AnswerCopyDialog } from './answer-copy-dialog.tsx';
import { AskCopyDialog } from './ask-copy-dialog.tsx';
import { PermissionPart } from './permission-part.tsx';
import { type Sheet, SheetDialog } from './sheet-dialog.tsx';
import { useCopyPanel } from './use-copies.ts';

/** Copies of the document that are somewhere, and whether what stands on them is still true. */
const Existing = ({ copies, href }: { copies: readonly RegisterLine[]; href: string }) => {
  const { say } = useWords();
  if (copies.length === 0) return null;
  return (
    <details open={copies.some(({ changed }) => changed)}>
      <summary>{say('copies.exist', { amount: copies.length })}</summary>
      <ul>
        {copies.map((one) => (
          <li key={one.number}>
            {say('copies.line', {
              ...{ number: one.number, nth: one.nth, total: one.total },
              ...{ language: ownNames[one.locale], level: say(`level.${one.level}`) },
            })}{' '}
            {[say(`copies.state.${one.state}`), one.holderName, one.place].filter(Boolean).join(' · ')}
            {one.changed && one.now ? (
              <strong> {say('copies.changed', { now: say(`level.${one.now}`) })}</strong>
            ) : null}
          </li>
        ))}
      </ul>
      <a href={href}>{say('copies.title')}</a>
    </details>
  );
};

type Shown = 'ask' | ToldPermission | Sheet | null;

interface Props {
  marking: string;
  collection: string;
  id: string;
}

/** Copies of what is marked above internal: what was asked for, what was permitted, and where the copies are. */
export const CopiesPanel = ({ marking, collection, id }: Props) => {
  const { say } = useWords();
  const [state, reload] = useCopyPanel(marking);
  const [shown, setShown] = useState<Shown>(null);
  if (state === null) return null;
  const tell = (words?: string) => {
    if (words) toast.success(say(words));
    void reload();
  };
  const done = (words?: string) => {
    setShown(null);
    tell(words);
  };
  const close = () => done();
  return (
    <section aria-label={say('copies.title')} className="bt-copies__panel" id="copies-panel">
      <ul>
        {state.permissions.map((one) => (
          <PermissionPart
            hasFile={collection === 'images'}
            key={one.id}
            marking={marking}
            onAnswer={() => setShown(one)}
            onDone={tell}
            onSheet={setShown}
            permission={one}
          />
        ))}
      </ul>
      {state.may.ask ? (
        <ActionButton id="copy-ask" onClick={() => setShown('ask')}>
          {say('copies.ask')}
        </ActionButton>
      ) : null}
      <Existing copies={state.copies} href={`/admin/copies?collection=${collection}&document=${id}`} />
      {shown === 'ask' ? (
        <AskCopyDialog marking={marking} onClose={close} onDone={() => done('copies.asked')} state={state} />
      ) : null}
      {shown !== null && shown !== 'ask' && 'html' in shown ? <SheetDialog onClose={close} sheet={shown} /> : null}
      {shown !== null && shown !== 'ask' && 'purpose' in shown ? (
        <AnswerCopyDialog marking={marking} onClose={close} onDone={done} permission={shown} />
      ) : null}
    </section>
  );
};
