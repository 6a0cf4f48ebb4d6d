import type { Environment } from './config.ts';
import type { VariableName } from './variables.ts';

/** The processes of an installation. */
export type Service = 'studio' | 'gate' | 'delivery';

/** Of keys of levels. */
const sealing = [
  ...(['SEALING_KEYS_DIR', 'SEALING_UNLOCK_FILE'] as const),
  ...(['SEALING_TOKEN', 'SEALING_TOKEN_MODULE', 'SEALING_TOKEN_PIN_FILE'] as const),
] as const;

const everywhere = ['DATA_DIR', 'LOG_LEVEL', 'PROFILE'] as const;

/**
 * What each process is told, and nothing else of ours: delivery learns neither the database nor the signing key.
 * docker-compose.yml is held to the same table.
 */
export const serviceVariables: Readonly<Record<Service, readonly VariableName[]>> = {
  studio: [
    ...everywhere,
    ...(['HOST', 'STUDIO_PORT', 'STUDIO_URL', 'PUBLIC_URL', 'DATABASE_URL', 'DATABASE_URL_FILE'] as const),
    ...(['UPLOAD_MAX', 'UPLOADS_PER_PERSON', 'UPLOADS_TOTAL', 'UPLOAD_DAYS', 'DELETION_TERM_DAYS'] as const),
    ...(['STUDIO_SECRET_FILE', 'METRICS_TOKEN_FILE', 'MASTERS_DIR', 'MASTERS_MIRROR'] as const),
    ...(['STUDIO_PROXIES', 'SECOND_FACTOR_FROM', 'SECOND_FACTOR_ROLES'] as const),
    ...sealing,
    ...(['SELF_PUBLISH', 'COMPARTMENTS', 'LEGAL_BASES_FILE', 'RETENTION_FILE', 'GATE_DIR'] as const),
    ...(['MACHINE_TRANSLATION', 'MACHINE_URL', 'MACHINE_KEY_FILE', 'MACHINE_MODEL', 'MACHINE_LANGUAGES'] as const),
    ...(['SMTP_URL', 'SMTP_PASSWORD_FILE', 'MAIL_FROM', 'MAIL_HOUR'] as const),
  ],
  gate: [
    ...everywhere,
    ...(['DATABASE_URL', 'DATABASE_URL_FILE', 'MASTERS_DIR', 'GATE_DIR', 'SIGNING_KEY_FILE', 'FEED_URL'] as const),
    ...sealing,
    ...(['SELF_PUBLISH', 'COMPARTMENTS', 'STUDIO_URL', 'PUBLIC_URL', 'RETENTION_FILE'] as const),
  ],
  delivery: [
    ...everywhere,
    ...(['HOST', 'DELIVERY_PORT', 'PUBLIC_URL', 'DELIVERY_DIR', 'FEED_URL', 'TRUST_FILE', 'FALLBACK'] as const),
    ...([
      'FEED_SHARE_PORT',
      'FEED_TOKEN_FILE',
      'FEED_SILENCE',
      'FEED_SIGNATURES',
      'TILE_CACHE',
      'TRUST_PROXY',
    ] as const),
  ],
};

/** What the machine tells every program. */
const system =
  /^(PATH|HOME|USER|TMPDIR|TE?MP|TZ|LANG|LC_\w+|SystemRoot|NODE_(OPTIONS|COMPILE_CACHE|EXTRA_CA_CERTS)|SSL_CERT_\w+)$/i;

/** The environment of one process: the machine's variables and those of ours that it needs. */
export function serviceEnvironment(service: Service, env: Environment = process.env): NodeJS.ProcessEnv {
  const listed: readonly string[] = serviceVariables[service];
  const chosen = Object.entries(env).flatMap(([name, value]) =>
    value !== undefined && (listed.includes(name) || system.test(name)) ? [[name, value] as const] : [],
  );
  return { ...Object.fromEntries(chosen), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
}

/** Whether npm started this program, so that it ends with npm. */
export const startedByNpm = (env: Environment = process.env): boolean => env.npm_lifecycle_event !== undefined;
