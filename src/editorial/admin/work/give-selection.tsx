'use client';
import { useState } from 'react';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { useWords } from '../words/use-words.ts';
import { emptyGift, type GiftForm, type ToldEach } from './answers.ts';
import { GiftFields } from './gift-fields.tsx';
import { useGiving } from './use-giving.ts';

interface Titled {
  readonly collection: string;
  readonly id: string;
  readonly title: string;
}

/** How many documents can be, or were, given out, and why the others cannot. */
const Outcome = ({ told, rows, isDone }: { told: ToldEach; rows: readonly Titled[]; isDone: boolean }) => {
  const { sayIn } = useWords();
  const refused = told.documents.filter((one) => one.refused !== null);
  const count = told.documents.length - refused.length;
  const titleOf = ({ collection, id }: ToldEach['documents'][number]): string =>
    rows.find((row) => row.collection === collection && row.id === id)?.title || sayIn('work:item.untitled');
  return (
    <div className="bt-gift__outcome" role="status">
      <p>{sayIn(isDone ? 'work:give.done' : 'work:give.ready', { count })}</p>
      {refused.length > 0 ? (
        <>
          <p>{sayIn('work:give.refused')}</p>
          <ul>
            {refused.map((one) => (
              <li key={`${one.collection}/${one.id}`}>
                <b>{titleOf(one)}</b> {one.refused?.detail}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
};

const Language = ({ locale, onChoose }: { locale: StudioLocale; onChoose: (locale: StudioLocale) => void }) => {
  const { sayIn } = useWords();
  return (
    <label className="bt-field" htmlFor="gift-language">
      <span>{sayIn('work:give.language')}</span>
      <select id="gift-language" onChange={(event) => onChoose(event.target.value as StudioLocale)} value={locale}>
        {studioLocales.map((one) => (
          <option key={one} value={one}>
            {sayIn(`studio:language.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
};

interface Props {
  readonly rows: readonly Titled[];
  /** Languages that the table is confined to; the first is the one that is asked about. */
  readonly languages: readonly StudioLocale[];
  readonly onGiven: () => void;
  readonly onClose: () => void;
}

/** The dialog in which one language of several documents is given to people: what would become of each is shown before. */
export const GiveSelection = ({ rows, languages, onGiven, onClose }: Props) => {
  const { sayIn } = useWords();
  const [locale, setLocale] = useState<StudioLocale>(languages[0] ?? 'en');
  const [form, setForm] = useState<GiftForm>(emptyGift);
  const [done, setDone] = useState<ToldEach | null>(null);
  const giving = useGiving(rows, locale, form);
  const { look } = giving;
  const isChosen = form.translator !== '' || form.reviewer !== '';
  const isReady = isChosen && (look?.documents ?? []).some(({ refused }) => refused === null);
  const close = () => {
    if (done) onGiven();
    onClose();
  };
  const give = async (): Promise<void> => setDone(await giving.give(form));
  return (
    <Dialog
      footer={
        <>
          <ActionButton onClick={close}>{sayIn(done ? 'workbench:close' : 'work:give.cancel')}</ActionButton>
          {done ? null : (
            <ActionButton busy={giving.isBusy} disabled={!isReady} id="give-save" kind="primary">
              {sayIn('work:give.save')}
            </ActionButton>
          )}
        </>
      }
      onClose={close}
      onSubmit={() => void (isReady && give())}
      title={sayIn('work:give.title')}
      wide
    >
      {done ? null : <Language locale={locale} onChoose={setLocale} />}
      {!done && look?.candidates ? <GiftFields candidates={look.candidates} form={form} onForm={setForm} /> : null}
      {(done ?? look) ? <Outcome isDone={done !== null} rows={rows} told={done ?? (look as ToldEach)} /> : null}
      {giving.refusal ? (
        <p className="bt-refusal" role="alert">
          {giving.refusal}
        </p>
      ) : null}
    </Dialog>
  );
};
