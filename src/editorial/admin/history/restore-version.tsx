'use client';
import { toast, useLocale } from '@payloadcms/ui';
import { usePathname, useRouter } from 'next/navigation.js';
import { useState } from 'react';
import { isStudioLocale, type StudioLocale } from '#languages/locales.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

type Refusal = Extract<Answer, { ok: false }>;

interface Place {
  collection: string;
  id: string;
  version: string;
}

/** Which version is on the screen, told by the address. */
const placeIn = (pathname: string): Place | null => {
  const found = /\/collections\/([^/]+)\/([^/]+)\/versions\/([^/]+)/.exec(pathname);
  const [, collection, id, version] = found ?? [];
  return collection && id && version ? { collection, id, version } : null;
};

interface Props {
  place: Place;
  locale: StudioLocale;
  onClose: () => void;
}

const RestoreDialog = ({ place, locale, onClose }: Props) => {
  const { say, language } = useWords();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const restore = async () => {
    setBusy(true);
    const { collection, id, version } = place;
    const address = `/api/${collection}/versions/${version}?locale=${locale}`;
    const answer = await studioFetch(address, language, { method: 'POST', json: {} });
    setBusy(false);
    if (!answer.ok) return setRefusal(answer);
    toast.success(say('history.restored'));
    router.push(`/admin/collections/${collection}/${id}?locale=${locale}`);
  };
  return (
    <Dialog
      footer={
        <>
          <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
          <ActionButton busy={busy} id="confirm-restore" kind="primary">
            {say('history.restore')}
          </ActionButton>
        </>
      }
      onClose={onClose}
      onSubmit={() => void restore()}
      title={say('history.restoreTitle')}
    >
      <p>{say('history.explain')}</p>
      {refusal ? <RefusalList collection={place.collection} refusal={refusal} /> : null}
    </Dialog>
  );
};

/** Brings an old version back as a new draft; never a marking, never what is public. */
export const RestoreVersion = () => {
  const { say } = useWords();
  const place = placeIn(usePathname());
  const { code } = useLocale();
  const [open, setOpen] = useState(false);
  if (!place) return null;
  return (
    <>
      <ActionButton id="action-restore" kind="primary" onClick={() => setOpen(true)}>
        {say('history.restoreThis')}
      </ActionButton>
      {open ? (
        <RestoreDialog locale={isStudioLocale(code) ? code : 'vi'} onClose={() => setOpen(false)} place={place} />
      ) : null}
    </>
  );
};
