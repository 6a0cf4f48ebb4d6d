import type { PayloadRequest, TypedUser } from 'payload';
import { decide } from '#access/decide.ts';
import type { Viewer } from '#access/viewer.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import { sayApproval } from '../workflow/approved-text.ts';
import { kindOf } from '../workflow/content-changes.ts';
import { apart, draftIn } from '../workflow/draft-in.ts';
import { checkReferencesPublic } from '../workflow/level-rule.ts';
import type { StoredMarking } from '../workflow/marking-store.ts';
import { checksOf } from '../workflow/publish-text.ts';
import { referencesOf } from '../workflow/references.ts';
import type { ReleaseRules } from '../workflow/release-images.ts';
import type { Save } from '../workflow/save-text.ts';
import { textFacts } from '../workflow/text-facts.ts';
import type { Approval } from './approvals.ts';
import type { TextName } from './launch-store.ts';

/** The publication of one language that is being thought of. */
export interface Thought {
  readonly req: PayloadRequest;
  readonly name: TextName;
  readonly locale: StudioLocale;
  readonly approval: Approval;
  readonly marking: StoredMarking;
  /** In whose name it would go out, as they are now; null: they are not there any more. */
  readonly owner: TypedUser | null;
  /** Whoever approved, as they are now. */
  readonly approver: TypedUser | null;
  readonly rules: ReleaseRules;
  /** The moment at which it would go out. */
  readonly at: Date;
}

const failed = async (check: () => unknown): Promise<Failure[]> => {
  try {
    await check();
    return [];
  } catch (error) {
    if (error instanceof Failure) return [error];
    throw error;
  }
};

/** Whoever has put their name to it may publish the language at this moment, too. */
const maySign = ({ name, marking, locale }: Thought, viewer: Viewer | null): boolean =>
  'allow' in decide(viewer, 'publish', { kind: kindOf[name.collection], marking, locale });

const signatures = (thought: Thought): Failure[] => {
  const people = [thought.owner, thought.approver].map((user) => viewerOf(user));
  if (people.every((viewer) => maySign(thought, viewer))) return [];
  return [new Failure('launch-signatory', { language: ownNames[thought.locale] })];
};

/** What would be saved: the approved text upon the draft of this moment. */
export const saveOf = async (thought: Thought, viewer: Viewer): Promise<Save> => {
  const { name, locale, approval } = thought;
  const req = await apart(thought.req, locale);
  sayApproval(req, approval.approved);
  const before = await draftIn(req, name, locale);
  const intent = { verb: 'publish', locale, expected: null, sent: new Set<string>() } as const;
  const after = { ...before, ...approval.approved.fields, appearsAt: null, vanishesAt: null };
  return { req, collection: name.collection, intent, viewer, before, facts: textFacts(before), after };
};

/** Everything that keeps an approved text from going out at a moment, not only the first thing. Nothing is changed. */
export const lacksOf = async (thought: Thought): Promise<Failure[]> => {
  const unsigned = signatures(thought);
  const viewer = viewerOf(thought.owner);
  if (!viewer || unsigned.length > 0) return unsigned;
  const save = await saveOf(thought, viewer);
  const publishing = { save, viewer, marking: thought.marking, rules: thought.rules, now: thought.at };
  const checks = [...checksOf(publishing), () => checkReferencesPublic(save.req, referencesOf(save.after))];
  const found: Failure[] = [];
  for (const check of checks) found.push(...(await failed(check)));
  return [...new Map(found.map((one) => [`${one.code} ${JSON.stringify(one.values)}`, one])).values()];
};
