'use client';
import { useAuth, useDocumentInfo, useForm, useFormFields } from '@payloadcms/ui';
import { useState } from 'react';
import { isCurator } from '../languages/rights.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useRememberVisit } from '../shell/use-remember-visit.ts';
import { useWords } from '../words/use-words.ts';
import { MemberTiles } from './member-tiles.tsx';
import { MemberTools } from './member-tools.tsx';
import { PicturePicker } from './picture-picker.tsx';
import { useMembers } from './use-members.ts';

const idOf = (value: unknown): string | null => {
  if (typeof value === 'string' && value !== '') return value;
  return value && typeof value === 'object' && 'id' in value ? String(value.id) : null;
};

/** The cover is a field of the album: it is stored with its words, by the rules of every save. */
const useCover = () => {
  const cover = useFormFields(([fields]) => idOf(fields.cover?.value));
  const dispatch = useFormFields(([, dispatchFields]) => dispatchFields);
  const { setModified } = useForm();
  const choose = (value: string) => {
    dispatch({ type: 'UPDATE', path: 'cover', value });
    setModified(true);
  };
  return { cover, choose };
};

const Members = ({ album }: { album: string }) => {
  const { say } = useWords();
  const { user } = useAuth();
  const list = useMembers(album);
  const { cover, choose } = useCover();
  const [chosen, setChosen] = useState<string | null>(null);
  const [picking, setPicking] = useState(false);
  const mayOrder = isCurator(user);
  const selected = list.members.find(({ id }) => id === chosen);
  const add = async (images: readonly string[]) => {
    setPicking(false);
    if (images.length > 0) await list.add(images);
  };
  return (
    <>
      {mayOrder ? (
        <MemberTools
          cover={cover}
          list={list}
          onAdd={() => setPicking(true)}
          onCover={choose}
          selected={selected ?? null}
        />
      ) : null}
      {list.refusal ? <RefusalList collection="albums" refusal={list.refusal} /> : null}
      {list.members.length === 0 && !list.busy ? <p className="bt-panel__hint">{say('album.empty')}</p> : null}
      <MemberTiles chosen={selected?.id ?? null} cover={cover} list={list} mayOrder={mayOrder} onChoose={setChosen} />
      {list.more ? (
        <ActionButton busy={list.busy} id="album-more" onClick={list.more}>
          {say('album.more')}
        </ActionButton>
      ) : null}
      {picking ? <PicturePicker onClose={() => setPicking(false)} onPick={(images) => void add(images)} /> : null}
    </>
  );
};

/** The pictures of an album in their order; a new one has to be saved before it can hold any. */
export const AlbumPanel = () => {
  const { say } = useWords();
  const { id } = useDocumentInfo();
  useRememberVisit('albums', id === undefined ? undefined : String(id), 'vi');
  return (
    <section aria-labelledby="album-pictures" className="bt-album">
      <h3 id="album-pictures">{say('album.pictures')}</h3>
      {id ? <Members album={String(id)} /> : <p className="bt-panel__hint">{say('album.saveFirst')}</p>}
    </section>
  );
};
