import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decide } from '#access/decide.ts';
import { levels } from '#access/level.ts';
import { actions, kinds } from '#access/rules.ts';
import { roles, type Viewer } from '#access/viewer.ts';

/**
 * Writes down what the decision says today, one file for each kind of thing. A change of the law then shows as a change
 * of these tables, line by line, and is read by somebody before it is committed. Run: `node test/access/make-vectors.ts`.
 */
const folder = join(import.meta.dirname, '../vectors/access');

const viewer = (change: Partial<Viewer>): Viewer => ({
  id: 'me',
  roles: [],
  clearance: 'internal',
  compartments: [],
  translates: [],
  reviews: [],
  publishes: [],
  disabled: false,
  mustChangePassword: false,
  ...change,
});

const short = (decision: ReturnType<typeof decide>): unknown => {
  if ('allow' in decision) return 'allow';
  return 'refuse' in decision ? decision.refuse : decision.constraint;
};

/** Role × action on the whole kind, for a person of clearance `internal`. */
const byRole = (kind: (typeof kinds)[number]) =>
  Object.fromEntries(
    [...roles, 'nobody', 'without role', 'disabled', 'one-time password'].map((role) => [
      role,
      Object.fromEntries(actions.map((action) => [action, short(decide(personOf(role), action, { kind }))])),
    ]),
  );

const personOf = (role: string): Viewer | null => {
  if (role === 'nobody') return null;
  if (role === 'without role') return viewer({});
  if (role === 'disabled') return viewer({ roles: [...roles], disabled: true });
  if (role === 'one-time password') return viewer({ roles: [...roles], mustChangePassword: true });
  return viewer({ roles: roles.filter((one) => one === role) });
};

/** Clearance × level × compartments, for reading. */
const byLevel = () =>
  (['public', 'internal', 'restricted', 'mat', 'toi_mat', 'tuyet_mat'] as const).flatMap((clearance) =>
    [[], ['harbour'], ['harbour', 'metro']].flatMap((held) =>
      levels.flatMap((level) =>
        [[], ['harbour'], ['harbour', 'metro']].map((compartments) => ({
          clearance,
          held,
          level,
          compartments,
          read: short(
            decide(viewer({ roles: ['editor'], clearance, compartments: held }), 'read', {
              kind: 'article',
              marking: { level, compartments },
            }),
          ),
        })),
      ),
    ),
  );

/** Role × list of languages × language, for what is given by language. */
const byLanguage = () =>
  roles.flatMap((role) =>
    (['translates', 'reviews', 'publishes'] as const).flatMap((list) =>
      (['translate', 'review-translation', 'publish'] as const).flatMap((action) =>
        ['fr', 'zh'].map((locale) => {
          const marking = { level: 'public', compartments: [] } as const;
          const person = viewer({ roles: [role], [list]: ['fr'] });
          return {
            role,
            list,
            action,
            locale,
            said: short(decide(person, action, { kind: 'article', marking, locale })),
          };
        }),
      ),
    ),
  );

await mkdir(folder, { recursive: true });
for (const kind of kinds) await writeFile(join(folder, `${kind}.json`), `${JSON.stringify(byRole(kind), null, 1)}\n`);
const languages = byLanguage().map((row) => JSON.stringify(row));
await writeFile(join(folder, 'languages.json'), `[\n${languages.join(',\n')}\n]\n`);
const lines = byLevel().map((row) => JSON.stringify(row));
await writeFile(join(folder, 'levels.json'), `[\n${lines.join(',\n')}\n]\n`);
