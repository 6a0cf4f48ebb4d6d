import { type Fault, fault } from './fault.ts';

const doors = 'test/access/closed-doors.int.test.ts';
const people = 'test/access/people.int.test.ts';
const asking = 'test/security/who-is-asking.int.test.ts';
const audit = 'test/access/start-up-audit.int.test.ts';
const signingIn = 'test/access/signing-in-tells-nothing.int.test.ts';
const users = 'collections/users.ts';
const rules = 'src/editorial/people/with-people-rules.ts';

/** Faults in how people sign in, and in what is told of them. */
export const ofPeople: readonly Fault[] = [
  fault(
    'addresses-of-others',
    7,
    doors,
    users,
    "unique: true, access: fieldAccessOf('user-contact') },",
    'unique: true },',
  ),
  fault('keys-for-programs', 8, audit, users, 'useAPIKey: false,', 'useAPIKey: true,'),
  fault(
    'cookies-from-elsewhere',
    16,
    audit,
    users,
    "cookies: { sameSite: 'Strict' },",
    "cookies: { sameSite: 'Lax' },",
  ),
  fault(
    'a-token-outlives-its-password',
    13,
    [people, 'test/security/nothing-tells-of-the-hidden.int.test.ts'],
    rules,
    'if (newPassword && viewer.id === id) endOwnSession(req);',
    '',
  ),
  fault(
    'a-token-outlives-its-person',
    13,
    'test/access/rights-over-people.int.test.ts',
    'src/access/decide.ts',
    "if (!viewer || viewer.disabled) return refuse('sign-in-required');",
    "if (!viewer) return refuse('sign-in-required');",
  ),
  fault(
    'claims-of-rights',
    22,
    asking,
    users,
    "{ name: 'roles', ...many,",
    "{ name: 'roles', saveToJWT: true, ...many,",
  ),
  fault('no-lock', [27, 45], [people, asking], users, 'maxLoginAttempts: 10,', 'maxLoginAttempts: 0,'),
  fault('passwords-hashed-cheaply', 28, signingIn, 'src/editorial/people/even-sign-in.ts', '600_000', '1000'),
  fault('who-has-an-account', 38, signingIn, rules, 'beforeOperation, evenSignIn]', 'beforeOperation]'),
  fault(
    'who-is-shut-out',
    38,
    signingIn,
    rules,
    'if (viewerOf(user)?.disabled !== false) throw new AuthenticationError(req.t);',
    "if (viewerOf(user)?.disabled !== false) throw new Failure('forbidden');",
  ),
  fault(
    'redirects-anywhere',
    28,
    asking,
    'src/editorial/input/check-parameters.ts',
    "'publishSpecificLocale',",
    "'publishSpecificLocale', 'redirect',",
  ),
  fault(
    'what-was-typed',
    55,
    'test/security/refusals-leave-a-line.int.test.ts',
    'src/editorial/audit/audit-line.ts',
    'who: act.who ?? nameOf(req.user),',
    'who: act.who ?? nameOf(req.user) ?? JSON.stringify(req.data ?? null),',
  ),
];
