'use client';
import { useRef } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { useWords } from '../words/use-words.ts';

/** A numbered copy as the studio made it. */
export interface Sheet {
  readonly number: number;
  readonly nth: number;
  readonly total: number;
  readonly html: string;
}

interface Props {
  sheet: Sheet;
  onClose: () => void;
}

/** The copy as it will be on paper, in a frame in which nothing runs; it is printed from here. */
export const SheetDialog = ({ sheet, onClose }: Props) => {
  const { say } = useWords();
  const frame = useRef<HTMLIFrameElement>(null);
  const { number, nth, total, html } = sheet;
  const buttons = (
    <>
      <ActionButton onClick={onClose}>{say('copies.close')}</ActionButton>
      <ActionButton id="copy-print-now" kind="primary" onClick={() => frame.current?.contentWindow?.print()}>
        {say('copies.printNow')}
      </ActionButton>
    </>
  );
  return (
    <Dialog footer={buttons} onClose={onClose} title={say('copies.sheetTitle', { nth, total, number })} wide>
      <p>{say('copies.sheetExplain')}</p>
      <iframe
        className="bt-copies__sheet"
        ref={frame}
        sandbox="allow-same-origin allow-modals"
        srcDoc={html}
        title={say('copies.sheetTitle', { nth, total, number })}
      />
    </Dialog>
  );
};
