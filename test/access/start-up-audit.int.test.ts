import { tmpdir } from 'node:os';
import type { CollectionConfig, SanitizedConfig } from 'payload';
import { buildConfig } from 'payload';
import { describe, expect, it } from 'vitest';
import { auditAccess, rulesMissing } from '#editorial/access-audit.ts';
import { buildStudioConfig } from '#editorial/studio-config.ts';
import { usualUploadBounds } from '#editorial/uploads/room.ts';

const built = (): Promise<SanitizedConfig> =>
  buildStudioConfig({
    databaseUrl: `file:${tmpdir()}/never-opened.db`,
    secret: 'x',
    mastersDir: tmpdir(),
    studioUrl: 'http://studio.test',
    publicUrl: 'http://delivery.test',
    baseDir: process.cwd(),
    profile: 'connected',
    selfPublish: false,
    compartments: [],
    logLevel: 'silent',
    ...usualUploadBounds,
  });

const rulesIn = (config: SanitizedConfig): string => {
  try {
    auditAccess(config);
    return '';
  } catch (error) {
    return String((error as { values?: { rules?: string } }).values?.rules);
  }
};

describe('the audit at the start', () => {
  it('R8 R9 R14 R15 R16 R19 R20 R23 R30 R38 R47: finds a rule of ours on every operation of what Payload has built', async () => {
    const config = await built();
    expect(rulesMissing(config)).toEqual([]);
    expect(rulesIn(config)).toBe('');
    const slugs = config.collections.map(({ slug }) => slug);
    expect(slugs).toContain('payload-preferences');
    expect(slugs).not.toContain('payload-locked-documents');
    expect(config.collections.find(({ slug }) => slug === 'payload-jobs')?.endpoints).toEqual([]);
  });

  it.each(['create', 'read', 'readVersions', 'update', 'delete', 'unlock'])(
    'R29 R30: misses %s when anybody leaves it out',
    async (name) => {
      const config = await built();
      for (const { access } of config.collections) {
        const rules = access as Record<string, unknown>;
        const kept = rules[name];
        rules[name] = ({ req }: { req: { user: unknown } }) => Boolean(req.user);
        expect(rulesIn(config)).toContain(`.${name}`);
        rules[name] = kept;
        if (name === 'readVersions') break;
      }
      expect(rulesIn(config)).toBe('');
    },
  );

  it('R23 R36: looks into collections that a plugin brings', async () => {
    const config = await built();
    const stranger: CollectionConfig = { slug: 'search', fields: [{ name: 'title', type: 'text' }] };
    const { collections } = await buildConfig({ secret: 'x', db: config.db, collections: [stranger] });
    const found = collections.find(({ slug }) => slug === 'search');
    if (!found) throw new Error('not built');
    config.collections.push(found);
    expect(rulesIn(config)).toContain('search.read');
    expect(rulesIn(config)).toContain('search.plugin');
  });

  it.each<[string, (config: SanitizedConfig) => void]>([
    ['graphQL', (config) => Object.assign(config.graphQL, { disable: false })],
    ['telemetry', (config) => Object.assign(config, { telemetry: true })],
    ['admin.avatar', (config) => Object.assign(config.admin, { avatar: 'gravatar' })],
    ['debug', (config) => Object.assign(config, { debug: true })],
    ['maxDepth', (config) => Object.assign(config, { maxDepth: 10 })],
    ['admin.autoLogin', (config) => Object.assign(config.admin, { autoLogin: { email: 'a@b.c' } })],
    ['plugins', (config) => Object.assign(config, { plugins: [() => config] })],
    ['cors', (config) => Object.assign(config, { cors: '*' })],
    ['images.upload', (config) => Object.assign(config.collections[2] ?? {}, { upload: { pasteURL: {} } })],
    ['articles.orderable', (config) => Object.assign(config.collections[0] ?? {}, { orderable: true })],
    ['articles.lockDocuments', (config) => Object.assign(config.collections[0] ?? {}, { lockDocuments: undefined })],
  ])('R9 R15 R38 R47: refuses a studio with %s', async (name, spoil) => {
    const config = await built();
    spoil(config);
    expect(rulesIn(config)).toContain(name);
  });

  it('says what it found under a code of its own', async () => {
    const config = await built();
    Object.assign(config, { telemetry: true });
    expect(() => auditAccess(config)).toThrow(expect.objectContaining({ code: 'access-rule-missing' }));
  });
});
