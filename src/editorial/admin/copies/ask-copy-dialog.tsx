'use client';
import { useState } from 'react';
import { ownNames, type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { CopyPanelAnswer } from '../../copies/copy-panel.ts';
import { ReasonField } from '../grants/reason-field.tsx';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import { useSending } from './use-copies.ts';

interface Props {
  marking: string;
  state: CopyPanelAnswer;
  onClose: () => void;
  onDone: () => void;
}

interface CountProps {
  locale: StudioLocale;
  copies: number;
  most: number;
  onLocale: (locale: StudioLocale) => void;
  onCopies: (copies: number) => void;
}

const HowMany = ({ locale, copies, most, onLocale, onCopies }: CountProps) => {
  const { say } = useWords();
  return (
    <>
      <label className="bt-field" htmlFor="copy-language">
        <span>{say('copies.language')}</span>
        <select id="copy-language" onChange={({ target }) => onLocale(target.value as StudioLocale)} value={locale}>
          {studioLocales.map((one) => (
            <option key={one} lang={one} value={one}>
              {ownNames[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="bt-field" htmlFor="copy-count">
        <span>{say('copies.count')}</span>
        <input
          id="copy-count"
          max={most}
          min={1}
          onChange={({ target }) => onCopies(Number(target.value))}
          type="number"
          value={copies}
        />
      </label>
    </>
  );
};

/** The first of two people: which language, how many, for whom and what for. */
export const AskCopyDialog = ({ marking, state, onClose, onDone }: Props) => {
  const { say, language } = useWords();
  const [locale, setLocale] = useState<StudioLocale>(language);
  const [copies, setCopies] = useState(1);
  const [recipient, setRecipient] = useState('');
  const [purpose, setPurpose] = useState('');
  const { busy, refusal, send } = useSending();
  const submit = async () => {
    const json = { locale, copies, recipient: recipient.trim(), purpose: purpose.trim() };
    if (await send(`/api/markings/${marking}/ask-copy`, json)) onDone();
  };
  const isReady = recipient.trim() !== '' && purpose.trim() !== '' && copies >= 1;
  const buttons = (
    <>
      <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
      <ActionButton busy={busy} disabled={!isReady} id="copy-ask-now" kind="primary">
        {say('copies.askNow')}
      </ActionButton>
    </>
  );
  return (
    <Dialog footer={buttons} onClose={onClose} onSubmit={() => void submit()} title={say('copies.askTitle')}>
      <p>{say('copies.askExplain', { waits: state.days.waits, holds: state.days.holds })}</p>
      <HowMany copies={copies} locale={locale} most={state.most} onCopies={setCopies} onLocale={setLocale} />
      <label className="bt-field" htmlFor="copy-recipient">
        <span>{say('copies.recipient')}</span>
        <input
          id="copy-recipient"
          maxLength={200}
          onChange={({ target }) => setRecipient(target.value)}
          value={recipient}
        />
      </label>
      <ReasonField
        hint="copies.purposeHint"
        id="copy-purpose"
        label="copies.purpose"
        onChange={setPurpose}
        reason={purpose}
      />
      {refusal ? <RefusalList collection="markings" refusal={refusal} /> : null}
    </Dialog>
  );
};
