import { createHash } from 'node:crypto';
import type { Payload, PayloadRequest } from 'payload';
import { Failure } from '#errors/failure.ts';
import type { Concept } from '#translation/terms/concept.ts';
import { OtherConcept, type PlannedEntry, planImport } from '#translation/terms/plan-import.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import { faultOf } from './check-entries.ts';
import { registryOf } from './registry.ts';
import { conceptData, nameOfConcept } from './stored-concept.ts';

/** What an import will do, all of it looked at; `seen` is what stands for it when it is applied. */
export interface ImportPlan {
  readonly entries: readonly PlannedEntry[];
  readonly seen: string;
}

const planned = (registry: ReadonlyMap<string, Concept>, incoming: readonly Concept[]): PlannedEntry[] => {
  try {
    return planImport(registry, incoming);
  } catch (error) {
    if (!(error instanceof OtherConcept)) throw error;
    const { concept } = error;
    throw new Failure('names-concept-other', { concept: concept.id, name: nameOfConcept(concept) }, { cause: error });
  }
};

const digestOf = (entries: readonly PlannedEntry[]): string =>
  createHash('sha256')
    .update(JSON.stringify(entries.filter(({ act }) => act !== 'same')))
    .digest('base64url')
    .slice(0, 22);

/**
 * What importing concepts would change. Refused whole where any of them cannot stand together with all others.
 * @throws Failure `names-concept-other`, `field-invalid`, `name-dates`, `name-approved-twice`, `name-contradicted`
 */
export const planNames = async (payload: Payload, incoming: readonly Concept[]): Promise<ImportPlan> => {
  const registry = await registryOf(payload);
  const entries = planned(registry.concepts, incoming);
  const fault = faultOf(
    entries.filter(({ act }) => act !== 'same').map(({ concept }) => concept),
    registry,
  );
  if (fault) throw fault;
  return { entries, seen: digestOf(entries) };
};

const revisionOf = async ({ payload }: PayloadRequest, id: string, req: PayloadRequest): Promise<number> => {
  const found: unknown = await payload.db.findOne({ collection: 'concepts', where: { id: { equals: id } }, req });
  return found !== null && typeof found === 'object' && 'revision' in found ? Number(found.revision ?? 0) : 0;
};

const applyEntry = async (req: PayloadRequest, { act, concept }: PlannedEntry): Promise<void> => {
  const common = { collection: 'concepts', depth: 0, overrideAccess: !req.user, user: req.user, req } as const;
  const data = conceptData(concept);
  if (act === 'new') await req.payload.create({ ...common, data: { ...data, id: concept.id } as never });
  else {
    const revision = await revisionOf(req, concept.id, req);
    await req.payload.update({ ...common, id: concept.id, data: { ...data, revision } as never });
  }
};

/**
 * Applies a plan as one act: all of it where the database has transactions; elsewhere an import that is cut short is run again
 * and comes to the same end.
 * @param onProgress entries done, of how many
 * @returns entries that were made or changed
 */
export const applyNames = async (
  req: PayloadRequest,
  { entries }: ImportPlan,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<number> => {
  const work = entries.filter(({ act }) => act !== 'same');
  await inTransaction(req, async () => {
    // Looked at together, against what will stand: one by one they may be in each other's way
    req.context.namesChecked = true;
    for (const [at, entry] of work.entries()) {
      await applyEntry(req, entry);
      onProgress(at + 1, work.length);
    }
  });
  return work.length;
};

/** A plan as people and programs read it. */
export const toldPlan = ({ entries, seen }: ImportPlan) => {
  const count = (act: PlannedEntry['act']) => entries.filter((entry) => entry.act === act).length;
  return {
    new: count('new'),
    changed: count('changed'),
    same: count('same'),
    seen,
    entries: entries
      .filter(({ act }) => act !== 'same')
      .map(({ act, concept, added, changed }) => ({
        ...{ act, id: concept.id, kind: concept.kind, name: nameOfConcept(concept) },
        forms: [
          ...added.map((form) => ({ act: 'new' as const, ...form })),
          ...changed.map((form) => ({ act: 'changed' as const, ...form })),
        ],
      })),
  };
};
