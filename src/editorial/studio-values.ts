import type { AtRest } from '#media/intake/at-rest.ts';
import type { KeySource } from './at-rest/texts/sealing.ts';
import type { BasesTable } from './legal/legal-bases.ts';
import type { RetentionTable } from './legal/retention.ts';
import type { MailValues } from './mail/mailer.ts';
import type { FactorRule } from './people/factors/required.ts';
import type { MachineValues } from './translation/machine/machine-of.ts';
import type { UploadBounds } from './uploads/room.ts';

/** What an installation tells its studio. */
export interface StudioValues extends UploadBounds {
  /** `file:/absolute/path` or `mongodb://…`. */
  readonly databaseUrl: string;
  /** Signs sessions. */
  readonly secret: string;
  /** Folder of the master images, absolute. */
  readonly mastersDir: string;
  /** Folder of what is made from database and masters and can be thrown away, absolute; in memory where there is none. */
  readonly archiveDir?: string | undefined;
  /** Folder of a copy of the masters from which damaged ones are mended, absolute. */
  readonly mastersMirror?: string | undefined;
  /** How masters, pictures made of them and files on their way lie on the disk; undefined: as they are. */
  readonly atRest?: AtRest | undefined;
  /** Keys under which texts lie in the database; undefined: they lie there as they are. */
  readonly textsAtRest?: KeySource | undefined;
  /** Address of the studio as people type it, without a slash at the end; sign-in by cookie is refused from any other. */
  readonly studioUrl: string;
  /** What whoever reads the measurements has to show; nobody reads them where there is none. */
  readonly metricsToken?: string | undefined;
  /** Address of delivery as the world sees it. */
  readonly publicUrl: string;
  /** Folder of the project, where paths of admin components start. */
  readonly baseDir: string;
  readonly profile: 'connected' | 'isolated';
  /** Days between the question whether a picture be deleted and its answer; 30 where nothing is said. */
  readonly deletionTermDays?: number;
  /** Whether publishers may publish what they wrote themselves. */
  readonly selfPublish: boolean;
  /** Names of the compartments that markings and people may carry. */
  readonly compartments: readonly string[];
  /** What decisions about markings can rest upon; the usual laws where nothing is said. */
  readonly legalBases?: BasesTable | undefined;
  /** For how long lines of the audit log are kept; the usual terms where nothing is said. */
  readonly retention?: RetentionTable | undefined;
  /** Folder of the gate, absolute, where the audit log lies; undefined: this process cannot read it. */
  readonly gateDir?: string | undefined;
  /** A machine that may help translators; none where there is none. */
  readonly machine?: MachineValues | undefined;
  /** Who has to sign in with a second factor; nobody where nothing is said. */
  readonly secondFactor?: FactorRule;
  /** The server that takes the daily mail; none is sent where there is none. */
  readonly mail?: MailValues | undefined;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}
