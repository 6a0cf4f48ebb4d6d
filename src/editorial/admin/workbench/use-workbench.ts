'use client';
import { type KeyboardEvent, useState } from 'react';
import type { StudioLocale } from '#languages/locales.ts';
import type { Content } from '#translation/content.ts';
import { matchCodes } from '#translation/segments/codes.ts';
import { toTokens } from '#translation/writing/tokens.ts';
import type { Finding, Line, Sheet } from './answers.ts';
import { typeInto } from './code-keys.tsx';
import { deedOf } from './keys.ts';
import type { Question } from './question.ts';
import { type Told, useDeeds } from './use-deeds.ts';
import { type Helps, useHelps } from './use-helps.ts';
import { type Places, usePlaces } from './use-places.ts';
import type { Outcome, Place, SheetHand } from './use-sheet.ts';
import { type Typing, useTyping } from './use-typing.ts';

/** What the parts of the screen can do. */
export interface WorkbenchHand {
  readonly sheet: Sheet;
  readonly isBusy: boolean;
  readonly confirm: () => void;
  readonly copySource: () => void;
  readonly keep: () => void;
  readonly review: (line: Line) => void;
  readonly together: (line: Line) => void;
  readonly askApart: (line: Line) => void;
  readonly askBeside: (line: Line) => void;
  readonly askFine: (line: Line, finding: Finding) => void;
  /** Takes a suggestion of memory, or an official name, into the field. */
  readonly takeText: (content: Content) => void;
  readonly takeName: (name: string) => void;
}

export interface Workbench extends WorkbenchHand {
  readonly places: Places;
  readonly typing: Typing;
  readonly helps: Helps;
  readonly question: Question | null;
  readonly told: Told | null;
  readonly canUndo: boolean;
  ask(question: Question | null): void;
  press(event: KeyboardEvent): void;
  undo(): void;
  choose(line: Line, content: Content, seen: Line['base']): void;
  setApart(line: Line, kind: 'left-out' | 'only-here' | 'adapted', reason: string): void;
  addBeside(line: Line, content: Content, reason: string): void;
  callFine(line: Line, finding: Finding, reason: string): void;
}

/** What fills the field from elsewhere. */
const useFilling = (open: Line | null, typing: Typing) => ({
  copySource: () => {
    if (open?.source) typing.type(toTokens(open.source.content));
  },
  takeText: (content: Content) => {
    if (open) typing.type(toTokens(matchCodes(open.source?.content ?? [], content)));
  },
  takeName: (name: string) => {
    const field = typing.field.current;
    if (field && !typeInto(field, name)) typing.type(`${typing.typed}${name}`);
  },
});

/** Everything that happens on the screen of the workbench: which line is open, what is typed, and what becomes of it. */
export const useWorkbench = (hand: SheetHand, sheet: Sheet, place: Place & { locale: StudioLocale }): Workbench => {
  const [question, ask] = useState<Question | null>(null);
  const places = usePlaces(sheet);
  const { open } = places;
  const typing = useTyping(open, place.locale);
  const helps = useHelps(open, sheet, place, typing.asSet);
  const filling = useFilling(open, typing);
  const { settle, write, tell, ...deeds } = useDeeds({ hand, sheet, places, typing, ask });
  const confirm = () => {
    if (!open || hand.isBusy) return;
    if (typing.faults.some(({ fault }) => fault !== 'lost')) tell('codes');
    else void write(open, typing.asSet, open.base);
  };
  const keep = () => {
    if (open?.state === 'outdated' && !hand.isBusy) void deeds.keep(open);
  };
  const act = (line: Line, done: string, work: Promise<Outcome>) =>
    void work.then((outcome) => {
      ask(null);
      settle(line, line.target?.content ?? [], done, outcome);
    });
  const keys = {
    ...{ confirm, keep, undo: deeds.undo, copy: filling.copySource, plain: typing.refuse },
    help: () => ask({ kind: 'help' }),
    leave: () => places.openLine(null),
    down: () => places.step(1),
    up: () => places.step(-1),
    needs: () => places.goOn(false),
    term: () => helps.names[0]?.instead[0] !== undefined && filling.takeName(helps.names[0].instead[0]),
    suggestion: (figure = 1) => {
      const match = helps.matches[figure - 1];
      if (match) filling.takeText(match.target);
    },
  };
  return {
    ...{ sheet, isBusy: hand.isBusy, places, typing, helps, question, ask, confirm, ...deeds, ...filling },
    keep,
    press: (event) => {
      // An input method that is putting a letter together has the key
      const pressed = event.nativeEvent.isComposing ? null : deedOf(event);
      if (!pressed) return;
      event.preventDefault();
      keys[pressed.deed](pressed.figure);
    },
    review: (line) => act(line, 'reviewed', hand.review(line)),
    together: (line) => act(line, 'together', hand.setApart(line, null, '')),
    askApart: (line) => ask({ kind: 'apart', line }),
    askBeside: (line) => ask({ kind: 'beside', line }),
    askFine: (line, finding) => ask({ kind: 'fine', line, finding }),
    choose: (line, content, seen) => {
      ask(null);
      void write(line, content, seen);
    },
    setApart: (line, kind, reason) => act(line, 'apart', hand.setApart(line, kind, reason)),
    addBeside: (line, content, reason) => act(line, 'beside', hand.addBeside(line, content, reason)),
    callFine: (line, finding, reason) => act(line, 'fine', hand.callFine(line, finding.key, reason)),
  };
};
