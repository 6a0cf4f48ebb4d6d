'use client';
import { useState } from 'react';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import type { DocumentLanguages } from '../../desk/document-languages.ts';
import { NamesNotice } from '../names/names-panel.tsx';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Correction, CorrectionFields } from '../translation/correction-fields.tsx';
import { TranslationNotice } from '../translation/translation-notice.tsx';
import { useWords } from '../words/use-words.ts';
import { SharedNotice } from './shared-notice.tsx';
import { useAct } from './use-act.ts';

interface Props {
  collection: string;
  id: string;
  locale: StudioLocale;
  languages: DocumentLanguages;
  /** Saves what is typed first; null when that failed or was stopped. */
  save: () => Promise<number | null>;
  onClose: () => void;
  onDone: (scheduled: boolean) => void;
}

/** A `datetime-local` value is what the person's clock shows; the studio keeps instants. */
const toInstant = (local: string): string | null => (local === '' ? null : new Date(local).toISOString());

interface MomentProps {
  id: string;
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
}

const Moment = ({ id, label, hint, value, onChange }: MomentProps) => (
  <label className="bt-field" htmlFor={id}>
    <span>{label}</span>
    <input id={id} onChange={(event) => onChange(event.target.value)} type="datetime-local" value={value} />
    <small>{hint}</small>
  </label>
);

/** At once, or at a time. */
const Choice = ({ later, onChange }: { later: boolean; onChange: (later: boolean) => void }) => {
  const { say } = useWords();
  return (
    <fieldset className="bt-options">
      <legend>{say('publish.when')}</legend>
      <label>
        <input checked={!later} name="when" onChange={() => onChange(false)} type="radio" /> {say('publish.atOnce')}
      </label>
      <label>
        <input checked={later} name="when" onChange={() => onChange(true)} type="radio" /> {say('publish.later')}
      </label>
    </fieldset>
  );
};

/** Publishes one language: at once or at a time, for good or until another. Says first what else it reaches. */
export const PublishDialog = ({ collection, id, locale, languages, save, onClose, onDone }: Props) => {
  const { say } = useWords();
  const { act, busy, refusal } = useAct(collection, id);
  const [later, setLater] = useState(false);
  const [appears, setAppears] = useState('');
  const [vanishes, setVanishes] = useState('');
  const [correction, setCorrection] = useState<Correction | null>(null);
  const name = ownNames[locale];
  const facts = languages.languages.find((one) => one.locale === locale);
  const publish = async () => {
    const revision = await save();
    if (revision === null) return onClose();
    const appearsAt = later ? toInstant(appears) : null;
    const corrects = correction ? { correction: true, note: correction.note } : {};
    const done = await act('publish', { locale, revision, appearsAt, vanishesAt: toInstant(vanishes), ...corrects });
    if (done) onDone(appearsAt !== null);
  };
  return (
    <Dialog
      footer={
        <>
          <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
          <ActionButton busy={busy} disabled={later && appears === ''} id="confirm-publish" kind="primary">
            {later ? say('publish.atTime') : say('publish.now')}
          </ActionButton>
        </>
      }
      onClose={onClose}
      onSubmit={() => void publish()}
      title={say('publish.title', { language: name })}
    >
      <p>{say('publish.onlyThis', { language: name })}</p>
      <SharedNotice collection={collection} languages={languages} locale={locale} />
      {facts?.isSource ? null : <TranslationNotice collection={collection} id={id} locale={locale} />}
      <NamesNotice collection={collection} id={id} locale={locale} />
      <Choice later={later} onChange={setLater} />
      {later ? (
        <Moment
          hint={say('publish.clock')}
          id="publish-appears"
          label={say('publish.appears')}
          onChange={setAppears}
          value={appears}
        />
      ) : null}
      <Moment
        hint={say('publish.vanishesHint')}
        id="publish-vanishes"
        label={say('publish.vanishes')}
        onChange={setVanishes}
        value={vanishes}
      />
      {facts?.isSource && facts.wasPublic ? <CorrectionFields onChange={setCorrection} value={correction} /> : null}
      {refusal ? <RefusalList collection={collection} refusal={refusal} /> : null}
    </Dialog>
  );
};
