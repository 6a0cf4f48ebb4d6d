'use client';
import { toast } from '@payloadcms/ui';
import { useRouter } from 'next/navigation.js';
import { useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type Plan, planAnswer } from './answers.ts';
import { PlanList } from './plan-list.tsx';

/** What a file would change, asked and then done: both with the same file. */
const useImport = () => {
  const { language } = useWords();
  const [chosen, setChosen] = useState<File | null>(null);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [refusal, setRefusal] = useState<Extract<Answer, { ok: false }> | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async (file: File, seen?: string): Promise<Plan | null> => {
    setBusy(true);
    const asked = new URLSearchParams({ name: file.name, ...(seen !== undefined && { seen }) });
    const answer = await studioFetch(`/api/concepts/import?${asked}`, language, { method: 'POST', file });
    setBusy(false);
    setRefusal(answer.ok ? null : answer);
    const read = answer.ok ? planAnswer.safeParse(answer.body) : null;
    return read?.success ? read.data : null;
  };
  const look = async (file: File) => {
    setChosen(file);
    setPlan(null);
    setPlan(await ask(file));
  };
  const apply = async (): Promise<boolean> => (chosen && plan ? (await ask(chosen, plan.seen)) !== null : false);
  return { look, apply, plan, refusal, busy };
};

/** Brings a TBX or CSV file: shows first what it changes. */
export const ImportDialog = ({ onClose }: { onClose: () => void }) => {
  const { say } = useWords();
  const router = useRouter();
  const { look, apply, plan, refusal, busy } = useImport();
  const changes = plan ? plan.new + plan.changed : 0;
  const run = async () => {
    if (!(await apply())) return;
    toast.success(say('names.imported', { entries: changes }));
    router.refresh();
    onClose();
  };
  return (
    <Dialog
      footer={
        <>
          <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
          <ActionButton busy={busy} disabled={changes === 0} id="names-apply" kind="primary">
            {say('names.apply')}
          </ActionButton>
        </>
      }
      onClose={onClose}
      onSubmit={() => void run()}
      title={say('names.import')}
      wide
    >
      <label className="bt-field" htmlFor="names-file">
        <span>{say('names.file')}</span>
        <input
          accept=".tbx,.csv"
          id="names-file"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void look(file);
          }}
          type="file"
        />
        <small>{say('names.fileHint')}</small>
      </label>
      {plan ? <PlanList plan={plan} /> : null}
      {refusal ? <RefusalList collection="concepts" refusal={refusal} /> : null}
    </Dialog>
  );
};
