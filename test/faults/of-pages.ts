import { type Fault, fault } from './fault.ts';

const policy = 'src/editorial/pages/content-policy.ts';
const policyTest = 'src/editorial/pages/content-policy.test.ts';
const saying = 'src/cli/services/say-policy.ts';
const sayingTest = 'src/cli/services/say-policy.test.ts';

/** Faults by which a page runs what somebody brought into it, and a process says on the side what its answers hide. */
export const ofPages: readonly Fault[] = [
  fault('a-page-runs-what-stands-in-it', 17, policyTest, policy, "'strict-dynamic'", "'unsafe-inline'"),
  fault(
    'a-file-is-a-page',
    17,
    policyTest,
    policy,
    '? pagePolicy(nonce) : dataPolicy',
    '? pagePolicy(nonce) : pagePolicy(nonce)',
  ),
  fault(
    'a-number-for-all-pages',
    17,
    sayingTest,
    saying,
    "const drawNonce = (): string => randomBytes(18).toString('base64url');",
    "const drawn = randomBytes(18).toString('base64url');\nconst drawNonce = (): string => drawn;",
  ),
  fault(
    'a-policy-that-drowns-a-stricter-one',
    17,
    sayingTest,
    saying,
    'if (!response.headersSent && !response.hasHeader(name))',
    'if (!response.headersSent)',
  ),
  fault(
    'any-function-by-its-name',
    57,
    'src/editorial/admin/shell/offered-functions.test.ts',
    'src/editorial/admin/shell/offered-functions.ts',
    "'name' in call && offered.has(call.name);",
    "'name' in call;",
  ),
  fault(
    'an-error-told-as-it-is',
    55,
    'src/editorial/discreet-console.test.ts',
    'src/editorial/discreet-console.ts',
    'if (said instanceof Error || isNativeError(said)) return JSON.stringify(discreetError(said));',
    'if (said instanceof Error || isNativeError(said)) return said;',
  ),
  fault(
    'a-gate-that-cries-out',
    55,
    'test/security/nothing-is-told-aside.int.test.ts',
    'src/editorial/gate/main.ts',
    "process.on('uncaughtException', (err) => {",
    "process.on('multipleResolves', (err) => {",
  ),
];
