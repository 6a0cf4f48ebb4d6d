import { type Fault, fault } from './fault.ts';

const tests = 'test/access/passkeys.int.test.ts';
const shows = 'src/editorial/people/factors/passkeys/show-passkey.ts';
const makes = 'src/editorial/people/factors/passkeys/make-passkey.ts';

/** Faults in what a passkey has to show before it lets somebody in. */
export const ofPasskeys: readonly Fault[] = [
  fault(
    'passkeys-for-any-address',
    22,
    tests,
    shows,
    'expectedOrigin: party.origin,',
    'expectedOrigin: JSON.parse(Buffer.from(shown.response.clientDataJSON, "base64url").toString()).origin,',
  ),
  fault(
    'passkeys-of-whoever-holds-them',
    22,
    tests,
    shows,
    'requireUserVerification: true,',
    'requireUserVerification: false,',
  ),
  fault('passkeys-that-are-copies', 22, tests, shows, 'counter: row.last,', 'counter: 0,'),
  fault(
    'passkeys-of-somebody-else',
    22,
    tests,
    shows,
    "if (!saysTheSame(shown, known.person, person !== null)) throw new Failure('passkey-failed');",
    '',
  ),
  fault(
    'a-challenge-twice',
    13,
    tests,
    'src/editorial/people/factors/pending.ts',
    'await payload.db.updateOne({ collection, id: data.id, data: { challenge: null }, returning: false });',
    '',
  ),
  fault('statements-of-makers', 22, tests, makes, 'if (!makesNoStatement(made)) return undefined;', ''),
  fault(
    'new-passkeys-unrecognised',
    22,
    tests,
    makes,
    'requireUserVerification: true,',
    'requireUserVerification: false,',
  ),
];
