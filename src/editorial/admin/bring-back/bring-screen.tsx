'use client';
import { useEffect, useRef } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import type { LookedAt } from './answers.ts';
import { countOf } from './choice.ts';
import { DocumentPart } from './document-part.tsx';
import { OutcomeList } from './outcome-list.tsx';
import { ProblemList } from './problem-list.tsx';
import { type Bringing, useBring } from './use-bring.ts';

const FileField = ({ bring }: { bring: Bringing }) => {
  const { sayIn } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const look = () => {
    const [file] = field.current?.files ?? [];
    if (file) void bring.look(file);
  };
  // Somebody may have chosen before the page was awake
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page wakes
  useEffect(look, []);
  return (
    <label className="bt-field" htmlFor="bring-file">
      <span>{sayIn('exchange:bring.file')}</span>
      <input
        accept=".zip,.xlf,.xliff,.sdlxliff,.mqxliff,.mxliff"
        aria-describedby="bring-hint"
        id="bring-file"
        onChange={look}
        onClick={({ currentTarget }) => {
          // The same file, mended, can be chosen again
          currentTarget.value = '';
        }}
        ref={field}
        type="file"
      />
      <small id="bring-hint">{sayIn('exchange:bring.fileHint')}</small>
    </label>
  );
};

/** Documents and files of which nothing can be taken, and why. */
const Refused = ({ looked: { refused, unread } }: { looked: LookedAt }) => {
  const { sayIn } = useWords();
  return (
    <>
      {refused.length > 0 ? (
        <section className="bt-back__document bt-back__document--refused">
          <h2>{sayIn('exchange:bring.refused')}</h2>
          {refused.map(({ title, file, problems, refusal }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what names no document of ours has no name
            <div key={at}>
              <h3>{title ?? file ?? '–'}</h3>
              {refusal ? <p>{refusal.detail}</p> : null}
              <ProblemList problems={problems} />
            </div>
          ))}
        </section>
      ) : null}
      {unread.length > 0 ? (
        <section className="bt-back__document bt-back__document--refused">
          <h2>{sayIn('exchange:bring.unread')}</h2>
          <ul>
            {unread.map(({ file, detail }) => (
              <li key={file}>
                <b>{file}</b>: {detail}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
};

const Looked = ({ bring, looked }: { bring: Bringing; looked: LookedAt }) => {
  const { sayIn } = useWords();
  const { choice, choose, take, isBusy } = bring;
  const telling = looked.documents.filter(({ segments, problems }) => segments.length + problems.length > 0);
  const number = countOf(choice);
  return (
    <>
      <Refused looked={looked} />
      {telling.length === 0 ? <p role="status">{sayIn('exchange:bring.nothing')}</p> : null}
      {telling.map((document) => (
        <DocumentPart
          choice={choice}
          document={document}
          key={`${document.collection} ${document.id} ${document.locale}`}
          onChoose={choose}
        />
      ))}
      {telling.length > 0 ? (
        <div className="bt-back__foot">
          <ActionButton
            busy={isBusy}
            disabled={number === 0}
            id="bring-take"
            kind="primary"
            onClick={() => void take()}
          >
            {sayIn('exchange:bring.take')} <b>{number}</b>
          </ActionButton>
        </div>
      ) : null}
    </>
  );
};

/** What translators bring back: what it would change, what is in its way, and what of it is taken. */
export const BringScreen = () => {
  const { sayIn } = useWords();
  const bring = useBring();
  const { looked, outcomes, refusal, isBusy } = bring;
  return (
    <main aria-busy={isBusy} className="bt-back">
      <h1>{sayIn('exchange:bring.title')}</h1>
      <p>{sayIn('exchange:bring.intro')}</p>
      {outcomes ? (
        <ActionButton id="bring-again" onClick={bring.again}>
          {sayIn('exchange:bring.again')}
        </ActionButton>
      ) : (
        <FileField bring={bring} />
      )}
      <p aria-live="polite">{isBusy && !looked ? sayIn('exchange:bring.reading') : ''}</p>
      {refusal ? <RefusalList refusal={refusal} /> : null}
      {outcomes && looked ? <OutcomeList documents={looked.documents} outcomes={outcomes} /> : null}
      {looked && !outcomes ? <Looked bring={bring} looked={looked} /> : null}
    </main>
  );
};
