import type { Question } from './question.ts';
import type { Workbench } from './use-workbench.ts';

/** What a dialog of the workbench is given. */
export interface QuestionProps<K extends Question['kind']> {
  readonly bench: Workbench;
  readonly question: Extract<Question, { kind: K }>;
}
