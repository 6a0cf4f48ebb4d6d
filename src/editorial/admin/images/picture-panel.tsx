'use client';
import { useDocumentInfo, useForm, useFormFields, useLocale } from '@payloadcms/ui';
import { isStudioLocale, type StudioLocale } from '#languages/locales.ts';
import { AlbumsOfImage } from '../albums/albums-of-image.tsx';
import { PictureTabs } from '../picture/picture-tabs.tsx';
import { useRememberVisit } from '../shell/use-remember-visit.ts';
import { formatSize } from '../words/format-size.ts';
import { useWords } from '../words/use-words.ts';
import type { Take } from './embedded-offer.tsx';
import { WordsOfImage } from './embedded-words.tsx';
import { ReleasePanel } from './release-panel.tsx';
import { RightsLine } from './rights-line.tsx';

interface Master {
  readonly width?: number;
  readonly height?: number;
  readonly filename?: string;
  readonly bytes?: number;
  readonly pages?: number;
  readonly display?: string;
}

const masterOf = (data: { readonly master?: unknown } | undefined): Master =>
  data?.master && typeof data.master === 'object' ? data.master : {};

const describe = ({ width, height, filename, bytes }: Master, language: StudioLocale): string => {
  const size = typeof bytes === 'number' ? formatSize(bytes, language) : null;
  const pixels = width && height ? `${width} × ${height}` : null;
  return [filename, pixels, size].filter(Boolean).join(' · ');
};

/** What is not as it seems: a preview in the place of the picture, one page of several. */
const MasterHints = ({ master: { display, pages } }: { master: Master }) => {
  const { say } = useWords();
  return (
    <>
      {display === 'preview' ? <p className="bt-panel__hint">{say('image.display.preview')}</p> : null}
      {pages && pages > 1 ? <p className="bt-panel__hint">{say('image.pages', { pages })}</p> : null}
    </>
  );
};

/** What the file says of itself; taken over, it is typed into the form in the language that is open. */
const FileWordsPanel = ({ id }: { id: string }) => {
  const { code } = useLocale();
  const dispatch = useFormFields(([, dispatchFields]) => dispatchFields);
  const { setModified } = useForm();
  const { hasSavePermission } = useDocumentInfo();
  const take: Take = (target, value) => {
    dispatch({ type: 'UPDATE', path: target, value });
    setModified(true);
  };
  return <WordsOfImage id={id} locales={isStudioLocale(code) ? [code] : []} onTake={hasSavePermission ? take : null} />;
};

/** The picture with what is known of its file; in its place, where nothing of it can be shown, the reason. */
export const PicturePanel = () => {
  const { say, language } = useWords();
  const { id, data } = useDocumentInfo();
  useRememberVisit('images', id === undefined ? undefined : String(id), 'vi');
  if (!id) return null;
  const master = masterOf(data);
  const isShown = master.display !== 'none';
  return (
    <>
      <div className="bt-picture">
        <PictureTabs id={String(id)} isShown={isShown} />
        <div className="bt-picture__side">
          <p>{describe(master, language)}</p>
          <MasterHints master={master} />
          {isShown ? null : <p className="bt-panel__hint">{say('image.display.none')}</p>}
          <ReleasePanel id={String(id)} />
          <RightsLine id={String(id)} />
          <AlbumsOfImage id={String(id)} />
        </div>
      </div>
      <FileWordsPanel id={String(id)} />
    </>
  );
};
