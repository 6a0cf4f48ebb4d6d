'use client';
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { fromDrop, fromFiles, fromHandles, type Gathered } from './gather.ts';

type Picker = { showDirectoryPicker?: () => Promise<FileSystemDirectoryHandle> };

/** Where a folder, files or a ZIP are dropped or chosen. */
export const DropArea = ({ words, onGiven }: { words: string; onGiven: (given: Promise<Gathered>) => void }) => {
  const { say } = useWords();
  const [over, setOver] = useState(false);
  const [folder, files] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onGiven(fromDrop(event.dataTransfer));
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const given = [...(event.target.files ?? [])];
    event.target.value = '';
    if (given.length > 0) onGiven(Promise.resolve(fromFiles(given)));
  };
  /** A browser that hands out handles finds the folder again by itself when the page was closed. */
  const chooseFolder = () => {
    const { showDirectoryPicker } = window as Picker;
    if (!showDirectoryPicker) return folder.current?.click();
    showDirectoryPicker.call(window).then(
      (handle) => onGiven(fromHandles([handle])),
      () => undefined,
    );
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to what the buttons do
    <div
      className={`bt-bring__drop${over ? ' bt-bring__drop--over' : ''}`}
      id="bring-drop"
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDrop={drop}
    >
      <p>{words}</p>
      <div className="bt-bring__ways">
        <ActionButton id="bring-folder" onClick={chooseFolder}>
          {say('bring.chooseFolder')}
        </ActionButton>
        <ActionButton id="bring-files" onClick={() => files.current?.click()}>
          {say('bring.chooseFiles')}
        </ActionButton>
      </div>
      <small>{say('image.kinds')}, ZIP</small>
      <input
        hidden
        id="bring-folder-input"
        multiple
        onChange={chosen}
        ref={folder}
        type="file"
        {...{ webkitdirectory: '' }}
      />
      <input hidden id="bring-files-input" multiple onChange={chosen} ref={files} type="file" />
    </div>
  );
};
