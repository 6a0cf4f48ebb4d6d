'use client';
import { useDocumentInfo, useForm, useFormFields, useLocale } from '@payloadcms/ui';
import type { MouseEvent } from 'react';
import { isStudioLocale, type StudioLocale } from '#languages/locales.ts';
import { AlbumsOfImage } from '../albums/albums-of-image.tsx';
import { useRememberVisit } from '../shell/use-remember-visit.ts';
import { formatSize } from '../words/format-size.ts';
import { useWords } from '../words/use-words.ts';
import type { Take } from './embedded-offer.tsx';
import { WordsOfImage } from './embedded-words.tsx';
import { ReleasePanel } from './release-panel.tsx';
import { RightsLine } from './rights-line.tsx';

const fraction = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** Rounds a fraction to the thousandth: finer than anybody can point. */
const rounded = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;

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

/** The picture itself. A click on it sets the point that stays visible when it is cropped. */
const FocusFrame = ({ id }: { id: string }) => {
  const { say } = useWords();
  const x = useFormFields(([fields]) => fraction(fields.focusX?.value, 0.5));
  const y = useFormFields(([fields]) => fraction(fields.focusY?.value, 0.5));
  const dispatch = useFormFields(([, dispatchFields]) => dispatchFields);
  const { setModified } = useForm();
  const point = (event: MouseEvent<HTMLButtonElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const across = rounded((event.clientX - box.left) / box.width);
    const down = rounded((event.clientY - box.top) / box.height);
    dispatch({ type: 'UPDATE', path: 'focusX', value: across });
    dispatch({ type: 'UPDATE', path: 'focusY', value: down });
    setModified(true);
  };
  return (
    <button
      aria-label={say('image.setFocus')}
      className="bt-picture__frame"
      id="image-focus"
      onClick={point}
      type="button"
    >
      <img alt="" src={`/api/images/${id}/file?width=1200`} />
      <span aria-hidden="true" className="bt-picture__focus" style={{ left: `${x * 100}%`, top: `${y * 100}%` }} />
    </button>
  );
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
        {isShown ? <FocusFrame id={String(id)} /> : <p className="bt-panel__hint">{say('image.display.none')}</p>}
        <div className="bt-picture__side">
          <p>{describe(master, language)}</p>
          <MasterHints master={master} />
          {isShown ? <p className="bt-panel__hint">{say('image.focusHint')}</p> : null}
          <ReleasePanel id={String(id)} />
          <RightsLine id={String(id)} />
          <AlbumsOfImage id={String(id)} />
        </div>
      </div>
      <FileWordsPanel id={String(id)} />
    </>
  );
};
