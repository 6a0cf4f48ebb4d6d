'use client';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../words/use-words.ts';

interface Props {
  file: File | null;
  onChoose: (file: File) => void;
}

/** What a browser offers to choose: many do not know that these endings are pictures. What a file is decides the archive. */
const endings = 'tif tiff avif heic heif cr2 cr3 nef nrw arw dng raf orf rw2 pef srw 3fr jp2 j2k jxl';
const offered = ['image/*', ...endings.split(' ').map((ending) => `.${ending}`)].join(',');

const useObjectUrl = (file: File | null): string | null => {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
};

/** Where a picture is dropped or chosen; shows it before it is sent. */
export const FileChooser = ({ file, onChoose }: Props) => {
  const { say } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const url = useObjectUrl(file);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen before the page listened, once
  useEffect(() => {
    const [chosen] = input.current?.files ?? [];
    if (chosen) onChoose(chosen);
  }, []);
  const ask = () => {
    if (!input.current) return;
    // Else the same file, chosen again after a refusal, would be no change
    input.current.value = '';
    input.current.click();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) onChoose(dropped);
  };
  return (
    <div className="bt-drop">
      <button
        className={`bt-drop__zone${over ? ' bt-drop__zone--over' : ''}`}
        onClick={ask}
        onDragLeave={() => setOver(false)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDrop={drop}
        type="button"
      >
        {url ? <img alt="" src={url} /> : <span className="bt-drop__hint">{say('image.drop')}</span>}
        <small>{file ? file.name : say('image.kinds')}</small>
      </button>
      <input
        accept={offered}
        aria-label={say('image.choose')}
        className="bt-drop__input"
        id="image-file"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) onChoose(chosen);
        }}
        ref={input}
        type="file"
      />
    </div>
  );
};
