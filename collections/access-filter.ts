import type { Access, CollectionConfig, FieldAccess, PayloadRequest, Where } from 'payload';
import { type Constraint, type Decision, decide } from '#access/decide.ts';
import type { Action, Kind } from '#access/rules.ts';
import { openSeal, type Sealed, sealsIn, sealsWhere } from './seals.ts';
import { viewerOf } from './viewer-of.ts';

/** Every function that asks `decide`, so that the start-up audit can tell ours from any other. */
const ours = new WeakSet<object>();

/** Whether an access function is one of this file, which all ask the one decision. */
export const isOurRule = (rule: unknown): boolean => typeof rule === 'function' && ours.has(rule);

/** Names of the paths on which a collection keeps what constraints speak of. */
interface Paths {
  readonly seal: string;
  readonly owner: string;
  /** Whose seals they are, where not those of markings. */
  readonly sealsOf?: Sealed;
}

const paths: Partial<Record<Kind, Paths>> = {
  marking: { seal: 'seal', owner: 'id' },
  preference: { seal: 'marking.seal', owner: 'user.value' },
  audit: { seal: 'seal', owner: 'actor', sealsOf: 'audit' },
  upload: { seal: 'marking.seal', owner: 'owner' },
};
const usual: Paths = { seal: 'marking.seal', owner: 'id' };

/** No row bears this seal: an empty list of seals must match nothing on every database. */
export const noSeal = '|';

const whereOf = async (
  constraint: Constraint,
  { seal, owner, sealsOf }: Paths,
  req: PayloadRequest,
): Promise<Where> => {
  const conditions: Where[] = [];
  if (constraint.ownedBy !== undefined) conditions.push({ [owner]: { equals: constraint.ownedBy } });
  if (constraint.notOwnedBy !== undefined) conditions.push({ [owner]: { not_equals: constraint.notOwnedBy } });
  if (constraint.marked) {
    const { levels, compartments } = constraint.marked;
    const covered = sealsWhere(
      await sealsIn(req, sealsOf ?? 'markings'),
      (marking) => levels.includes(marking.level) && marking.compartments.every((name) => compartments.includes(name)),
    );
    const always = sealsOf === 'audit' ? openSeal : noSeal;
    conditions.push({ [seal]: { in: [...covered, always] } });
  }
  // No row says in which language it will be acted upon: whoever asks by language asks the decision itself
  if (constraint.locales !== undefined) conditions.push({ [owner]: { equals: '' } });
  return { and: conditions };
};

const resultOf = async (decision: Decision, where: Paths, req: PayloadRequest): Promise<boolean | Where> => {
  if ('constraint' in decision) return whereOf(decision.constraint, where, req);
  return 'allow' in decision;
};

const ruled = <T extends object>(rule: T): T => {
  ours.add(rule);
  return rule;
};

/** Payload's access function for one action on a kind of thing: the decision, as a yes, a no or a query. */
const ruleFor = (kind: Kind, action: Action): Access => {
  const known = paths[kind] ?? usual;
  const where = action === 'readVersions' ? { ...known, seal: `version.${known.seal}` } : known;
  return ruled(async ({ req }) => resultOf(decide(viewerOf(req.user), action, { kind }), where, req));
};

/** Rules of all operations of a collection whose documents are of one kind. */
export const accessOf = (kind: Kind): NonNullable<CollectionConfig['access']> => ({
  create: ruleFor(kind, 'create'),
  read: ruleFor(kind, 'read'),
  readVersions: ruleFor(kind, 'readVersions'),
  update: ruleFor(kind, 'update'),
  delete: ruleFor(kind, 'delete'),
  unlock: ruleFor(kind, 'unlock'),
  admin: ruled(({ req }: { req: PayloadRequest }) => 'allow' in decide(viewerOf(req.user), 'admin', { kind })),
});

/** Rule of one action on a protected field; `owner` is the document itself where the collection holds people. */
const fieldRule =
  (kind: Kind, action: Action): FieldAccess =>
  ({ req, id, doc }) => {
    const known: unknown = id ?? doc?.id;
    const owner = known === undefined || known === null ? undefined : String(known);
    return 'allow' in decide(viewerOf(req.user), action, { kind, owner });
  };

interface FieldRules {
  readonly create: FieldAccess;
  readonly read: FieldAccess;
  readonly update: FieldAccess;
}

/** Rules of a protected field. */
export const fieldAccessOf = (kind: Kind): FieldRules => ({
  create: ruled(fieldRule(kind, 'create')),
  read: ruled(fieldRule(kind, 'read')),
  update: ruled(fieldRule(kind, 'update')),
});

const { create, update } = fieldAccessOf('machinery');

/** Rules of a field that only programs of ours write; who may read the document may read it. */
export const writtenByMachinery: Omit<FieldRules, 'read'> = { create, update };
