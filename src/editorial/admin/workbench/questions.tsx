'use client';
import { useState } from 'react';
import type { StudioLocale } from '#languages/locales.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { useWords } from '../words/use-words.ts';
import { BesideQuestion } from './beside-question.tsx';
import { ContentText } from './content-text.tsx';
import { FindingWords } from './finding-words.tsx';
import { deeds, keyNames } from './keys.ts';
import type { QuestionProps } from './question-props.ts';
import { Reason } from './reason.tsx';

/** Somebody else was faster: both texts, and a choice. What is not chosen is not lost: it stands in the history. */
const ConflictQuestion = ({ bench, question, to }: QuestionProps<'conflict'> & { to: StudioLocale }) => {
  const { sayIn } = useWords();
  const { line, texts, mine } = question;
  const close = () => bench.ask(null);
  return (
    <Dialog
      footer={
        <>
          <ActionButton onClick={() => bench.choose(line, texts.theirs ?? [], texts.seen)}>
            {sayIn('workbench:conflict.theirs')}
          </ActionButton>
          <ActionButton kind="primary" onClick={() => bench.choose(line, mine, texts.seen)}>
            {sayIn('workbench:conflict.mine')}
          </ActionButton>
        </>
      }
      onClose={close}
      title={sayIn('workbench:conflict.title')}
      wide
    >
      <p>{question.words}</p>
      <div className="bt-both">
        <section>
          <h3>{sayIn('workbench:conflict.theirText')}</h3>
          <p>{texts.theirs ? <ContentText content={texts.theirs} locale={to} /> : '–'}</p>
        </section>
        <section>
          <h3>{sayIn('workbench:conflict.myText')}</h3>
          <p>
            <ContentText content={mine} locale={to} />
          </p>
        </section>
      </div>
    </Dialog>
  );
};

const ApartQuestion = ({ bench, question: { line } }: QuestionProps<'apart'>) => {
  const { sayIn } = useWords();
  const kinds = line.source === null ? (['only-here'] as const) : (['adapted', 'left-out'] as const);
  const [kind, setKind] = useState<'adapted' | 'left-out' | 'only-here'>(kinds[0]);
  const [reason, setReason] = useState('');
  return (
    <Dialog
      footer={
        <ActionButton disabled={reason.trim() === ''} kind="primary">
          {sayIn('workbench:do.apart')}
        </ActionButton>
      }
      onClose={() => bench.ask(null)}
      onSubmit={() => bench.setApart(line, kind, reason.trim())}
      title={sayIn('workbench:apart.title')}
    >
      <fieldset className="bt-choice">
        <legend>{sayIn('workbench:apart.how')}</legend>
        {kinds.map((one) => (
          <label key={one}>
            <input checked={kind === one} name="apart" onChange={() => setKind(one)} type="radio" value={one} />{' '}
            {sayIn(`workbench:apart.${one}`)}
          </label>
        ))}
      </fieldset>
      <Reason onReason={setReason} reason={reason} />
    </Dialog>
  );
};

const FineQuestion = ({ bench, question: { line, finding } }: QuestionProps<'fine'>) => {
  const { sayIn } = useWords();
  const [reason, setReason] = useState('');
  return (
    <Dialog
      footer={
        <ActionButton disabled={reason.trim() === ''} kind="primary">
          {sayIn('workbench:do.fine')}
        </ActionButton>
      }
      onClose={() => bench.ask(null)}
      onSubmit={() => bench.callFine(line, finding, reason.trim())}
      title={sayIn('workbench:do.fine')}
    >
      <p>
        <FindingWords finding={finding} />
      </p>
      <Reason onReason={setReason} reason={reason} />
    </Dialog>
  );
};

const HelpQuestion = ({ bench }: Pick<QuestionProps<'help'>, 'bench'>) => {
  const { sayIn } = useWords();
  const close = () => bench.ask(null);
  return (
    <Dialog
      footer={<ActionButton onClick={close}>{sayIn('workbench:close')}</ActionButton>}
      onClose={close}
      title={sayIn('workbench:keys')}
    >
      <table className="bt-keys">
        <tbody>
          {deeds.map((deed) => (
            <tr key={deed}>
              <th scope="row">
                <kbd>{keyNames[deed]}</kbd>
              </th>
              <td>{sayIn(`workbench:key.${deed}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
};

/** Whatever is asked of the person at the moment. */
export const Questions = ({ bench, to }: Pick<QuestionProps<'help'>, 'bench'> & { to: StudioLocale }) => {
  const { question } = bench;
  switch (question?.kind) {
    case 'conflict':
      return <ConflictQuestion bench={bench} question={question} to={to} />;
    case 'apart':
      return <ApartQuestion bench={bench} question={question} />;
    case 'beside':
      return <BesideQuestion bench={bench} question={question} to={to} />;
    case 'fine':
      return <FineQuestion bench={bench} question={question} />;
    case 'help':
      return <HelpQuestion bench={bench} />;
    default:
      return null;
  }
};
