'use client';
import { useEffect, useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type EditPreview, previewAnswer } from './edit-answers.ts';
import { EditForm } from './edit-form.tsx';
import { changeOf, newPlan, type Plan, type PlanKind } from './edit-plan.ts';
import { EditPreviewList } from './edit-preview.tsx';
import type { Selection } from './selection.ts';
import { useFacetWords } from './use-facet-words.ts';

type Refusal = Extract<Answer, { ok: false }>;

interface Props {
  selection: Selection;
  question: string;
  kinds: readonly PlanKind[];
  onClose: () => void;
  onBegun: () => void;
}

const selectedAs = ({ all, ids }: Selection, question: string): object =>
  all ? { question, except: [...ids] } : { ids: [...ids] };

/** While somebody types, the preview is asked for when they pause for so many milliseconds. */
const pause = 350;

/** What the edit would do, asked anew with every change of the plan. */
const usePreview = (plan: Plan, selection: object) => {
  const { language } = useWords();
  const [preview, setPreview] = useState<EditPreview | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const change = changeOf(plan);
  const wanted = JSON.stringify({ selection, change });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` is all of it
  useEffect(() => {
    setPreview(null);
    setRefusal(null);
    if (change === null) return undefined;
    const control = new AbortController();
    const ask = async (): Promise<void> => {
      const asking = { method: 'POST', json: { selection, change }, signal: control.signal } as const;
      const answer = await studioFetch('/api/images/edits/preview', language, asking);
      if (control.signal.aborted) return;
      if (answer.ok) setPreview(previewAnswer.parse(answer.body));
      else setRefusal(answer);
    };
    const timer = setTimeout(() => void ask(), pause);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [wanted, language]);
  return { preview, refusal, setRefusal, change };
};

/** The form that edits a selection: what, into what, what it would do, and the button that does it. */
export const EditDialog = ({ selection, question, kinds, onClose, onBegun }: Props) => {
  const { say, language } = useWords();
  const { countWords } = useFacetWords();
  const [plan, setPlan] = useState<Plan>(() => newPlan(kinds[0] ?? 'credit'));
  const [busy, setBusy] = useState(false);
  const selected = selectedAs(selection, question);
  const { preview, refusal, setRefusal, change } = usePreview(plan, selected);
  const begin = async (): Promise<void> => {
    if (preview === null) return;
    setBusy(true);
    const json = { selection: selected, change, total: preview.total };
    const answer = await studioFetch('/api/images/edits', language, { method: 'POST', json });
    setBusy(false);
    if (answer.ok) onBegun();
    else setRefusal(answer);
  };
  return (
    <Dialog
      footer={
        <>
          <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
          <ActionButton busy={busy} disabled={!preview || preview.changes === 0} id="edit-begin" kind="primary">
            {say('archive.edit.begin', { number: countWords(preview?.changes ?? 0) })}
          </ActionButton>
        </>
      }
      onClose={onClose}
      onSubmit={() => void begin()}
      title={say('archive.edit.title')}
    >
      <EditForm kinds={kinds} onPlan={setPlan} plan={plan} />
      {preview ? <EditPreviewList preview={preview} undoable={plan.kind !== 'marking'} /> : null}
      {refusal ? <RefusalList collection="images" refusal={refusal} /> : null}
    </Dialog>
  );
};
