'use client';
import { Gutter, SetDocumentStepNav, toast, useConfig, useDocumentDrawerContext, useEditDepth } from '@payloadcms/ui';
import { useRouter } from 'next/navigation.js';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { LeaveGuard } from '../shell/leave-guard.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import type { Take } from './embedded-offer.tsx';
import { WordsOfFile } from './embedded-words.tsx';
import { FileChooser } from './file-chooser.tsx';
import { emptyDraft, hasContent, withTaken } from './image-draft.ts';
import { ImageWordsFields } from './image-words-fields.tsx';
import { RightsFields } from './rights-fields.tsx';
import { sendImage } from './send-image.ts';

type Refusal = Extract<Answer, { ok: false }>;

/** Goes on to the new picture: its page, or the document in which it was being chosen. */
const useGoOn = () => {
  const router = useRouter();
  const { language } = useWords();
  const { onSave } = useDocumentDrawerContext();
  const { getEntityConfig } = useConfig();
  return async (id: string) => {
    if (!onSave) return router.push(`/admin/collections/images/${id}`);
    const answer = await studioFetch(`/api/images/${id}?depth=0`, language);
    const collectionConfig = getEntityConfig({ collectionSlug: 'images' });
    if (answer.ok && collectionConfig) {
      const doc = answer.body as { id: string };
      await onSave({ collectionConfig, doc, operation: 'create', result: doc });
    }
  };
};

const existing = z.looseObject({ values: z.looseObject({ id: z.string() }) });

/** The way to the image that has the same bytes, where that is why this one was refused. */
const ExistingImage = ({ refusal }: { refusal: Refusal }) => {
  const { say } = useWords();
  const found = refusal.code === 'image-exists' ? existing.safeParse(refusal.body).data : undefined;
  if (!found) return null;
  return (
    <p>
      <a href={`/admin/collections/images/${found.values.id}`} id="image-existing" rel="noreferrer" target="_blank">
        {say('image.openExisting')}
      </a>
    </p>
  );
};

/** The path of pages over this one; a drawer leaves that of the page below it. */
const Path = () => {
  const { getEntityConfig } = useConfig();
  const { labels } = getEntityConfig({ collectionSlug: 'images' }) ?? {};
  return useEditDepth() > 1 ? null : <SetDocumentStepNav collectionSlug="images" pluralLabel={labels?.plural} />;
};

/** Brings a photograph into the archive: file, words in four languages, credit, rights, date: one screen, one button. */
export const ImageUpload = () => {
  const { say, language } = useWords();
  const [file, setFile] = useState<File | null>(null);
  const [draft, setDraft] = useState(emptyDraft);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const goOn = useGoOn();
  const take: Take = (...taken) => setDraft((known) => withTaken(known, ...taken));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!file) return;
    setBusy(true);
    setRefusal(null);
    const sent = await sendImage(file, draft, language);
    setBusy(false);
    if (sent.refusal) setRefusal(sent.refusal);
    if (sent.id === null) return;
    if (sent.refusal) toast.error(say('image.wordsRefused'));
    else toast.success(say('image.taken'));
    await goOn(sent.id);
  };
  return (
    <Gutter className="bt-upload">
      <Path />
      <LeaveGuard unsaved={file !== null || hasContent(draft)} words={say('image.notSent')} />
      <form onSubmit={(event) => void send(event)}>
        <header className="bt-upload__head">
          <div>
            <h1>{say('image.new')}</h1>
            <p>{say('image.newHint')}</p>
          </div>
          <ActionButton busy={busy} disabled={!file} id="image-send" kind="primary">
            {say('image.send')}
          </ActionButton>
        </header>
        {refusal ? <RefusalList collection="images" refusal={refusal} /> : null}
        {refusal ? <ExistingImage refusal={refusal} /> : null}
        {file ? <WordsOfFile file={file} locales={studioLocales} onTake={take} /> : null}
        <div className="bt-upload__columns">
          <div>
            <FileChooser file={file} onChoose={setFile} />
            <RightsFields draft={draft} onChange={setDraft} />
          </div>
          <div className="bt-upload__words">
            {studioLocales.map((locale) => (
              <ImageWordsFields
                key={locale}
                locale={locale}
                onChange={(words) => setDraft({ ...draft, words: { ...draft.words, [locale]: words } })}
                words={draft.words[locale]}
              />
            ))}
          </div>
        </div>
      </form>
    </Gutter>
  );
};
