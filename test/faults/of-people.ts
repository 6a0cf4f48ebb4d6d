import { type Fault, fault } from './fault.ts';

const doors = 'test/access/closed-doors.int.test.ts';
const people = 'test/access/people.int.test.ts';
const asking = 'test/security/who-is-asking.int.test.ts';
const audit = 'test/access/start-up-audit.int.test.ts';
const signingIn = 'test/access/signing-in-tells-nothing.int.test.ts';
const users = 'collections/users.ts';
const sessions = 'test/access/sessions.int.test.ts';
const tries = 'test/access/tries-to-sign-in.int.test.ts';
const rows = 'src/editorial/people/sessions/session-rows.ts';
const counted = 'src/editorial/people/sessions/tries.ts';
const compared = 'src/editorial/people/sessions/compare-password.ts';

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
    [people, sessions, 'test/security/nothing-tells-of-the-hidden.int.test.ts'],
    rows,
    'session.stamp === stampOf(payload.secret, person) &&',
    '',
  ),
  fault('a-token-outlives-its-clearance', 13, sessions, rows, 'isAtLeast(clearanceOf(person), begun)', 'true'),
  fault(
    'a-token-outlives-its-roles',
    13,
    sessions,
    'src/editorial/people/sessions/account.ts',
    'salt ?? null, [...roles].sort(),',
    'salt ?? null,',
  ),
  fault(
    'a-token-comes-back',
    13,
    sessions,
    'src/editorial/people/end-with-change.ts',
    'await endWhatHoldsNot(req, person);',
    '',
  ),
  {
    name: 'a-token-outlives-its-person',
    rows: [13],
    tests: ['test/access/rights-over-people.int.test.ts', sessions],
    edits: [
      {
        file: 'src/access/decide.ts',
        find: "if (!viewer || viewer.disabled) return refuse('sign-in-required');",
        put: "if (!viewer) return refuse('sign-in-required');",
      },
      {
        file: 'src/editorial/people/sessions/account.ts',
        find: '[...roles].sort(), disabled === true]',
        put: '[...roles].sort()]',
      },
    ],
  },
  fault(
    'a-sign-in-writes-back',
    13,
    sessions,
    'src/editorial/people/sessions/let-in.ts',
    'const opened = await openSession(req.payload, account, originOf(req), factor);',
    `const whole = await req.payload.db.findOne({ collection: 'users', where: { id: { equals: account.id } } });
     const opened = await openSession(req.payload, account, originOf(req), factor);
     if (whole)
       await req.payload.db.updateOne({ collection: 'users', id: account.id, data: whole, returning: false });`,
  ),
  fault(
    'a-person-written-before-the-refusal',
    43,
    'test/security/doors-by-person.int.test.ts',
    'src/editorial/people/with-people-rules.ts',
    'const stored = newPassword || (viewer && id && !isCarried(req)) ? await storedPerson(req, id) : null;',
    `const stored = newPassword || (viewer && id && !isCarried(req)) ? await storedPerson(req, id) : null;
     if (stored && viewer?.id !== id) {
       const more = { ...stored, clearance: 'restricted' };
       await req.payload.db.updateOne({ collection: 'users', id: String(id), data: more, req, returning: false });
       await req.payload.db.commitTransaction(await req.transactionID);
       delete req.transactionID;
     }`,
  ),
  fault(
    'tokens-in-the-database',
    22,
    sessions,
    rows,
    "createHash('sha256').update(token).digest('base64url')",
    'token',
  ),
  fault('no-lock', [27, 45], [people, tries], counted, '<= bounds.together;', '<= 1e9;'),
  fault(
    'a-form-that-takes-an-age',
    27,
    tries,
    'src/editorial/endpoints/door.ts',
    "boundary=[\\w'()+,./:=?-]+$/i",
    "boundary=([\\w'()+,./:=?-]+)+$/i",
  ),
  fault('no-lock-of-a-network', 27, tries, counted, '<= bounds.network &&', '<= 1e9 &&'),
  fault(
    'locked-out-by-strangers',
    27,
    tries,
    counted,
    '{ and: [ofNetwork, { account: { equals: account } }] }',
    '{ account: { equals: account } }',
  ),
  fault(
    'networks-as-they-say',
    45,
    tries,
    'src/editorial/people/sessions/network-of.ts',
    'if (proxies === 0) return seen;',
    "if (headers['x-real-ip']) return String(headers['x-real-ip']);",
  ),
  fault('passwords-hashed-cheaply', 28, signingIn, compared, '600_000', '1000'),
  fault(
    'who-has-an-account',
    38,
    signingIn,
    'src/editorial/people/sessions/sign-in.ts',
    'await isPasswordOf(stand, password)',
    'account !== null && (await isPasswordOf(account, password))',
  ),
  fault(
    'who-has-an-account-by-lines',
    38,
    signingIn,
    'src/editorial/people/sessions/sign-in.ts',
    'about: accountPrint(req.payload, email) });',
    'about: null });',
  ),
  fault(
    'who-is-shut-out',
    38,
    signingIn,
    'src/editorial/people/sessions/sign-in.ts',
    "if (!account || !isRight || !attempt.isFree || account.disabled === true) throw new Failure('sign-in-failed');",
    "if (account?.disabled === true) throw new Failure('forbidden'); if (!account || !isRight || !attempt.isFree) throw new Failure('sign-in-failed');",
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
