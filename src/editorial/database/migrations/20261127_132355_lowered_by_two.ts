import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`lowerings\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`marking\` text NOT NULL,
  	\`markings\` text NOT NULL,
  	\`subject_type\` text NOT NULL,
  	\`subject_id\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`from\` text NOT NULL,
  	\`to\` text NOT NULL,
  	\`fingerprint\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`asked_by\` text NOT NULL,
  	\`asked_name\` text,
  	\`asked_at\` text NOT NULL,
  	\`lapses_at\` text NOT NULL,
  	\`decided_by\` text,
  	\`decided_name\` text,
  	\`decided_at\` text,
  	\`decided_why\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`lowerings_marking_idx\` ON \`lowerings\` (\`marking\`);`)
  await db.run(sql`CREATE INDEX \`lowerings_subject_id_idx\` ON \`lowerings\` (\`subject_id\`);`)
  await db.run(sql`CREATE INDEX \`lowerings_state_idx\` ON \`lowerings\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`lowerings_lapses_at_idx\` ON \`lowerings\` (\`lapses_at\`);`)
  await db.run(sql`ALTER TABLE \`markings_history\` ADD \`legal_basis\` text;`)
  await db.run(sql`ALTER TABLE \`markings_history\` ADD \`list_item\` text;`)
  await db.run(sql`ALTER TABLE \`markings_history\` ADD \`officer\` text;`)
  await db.run(sql`ALTER TABLE \`markings_history\` ADD \`decided_on\` text;`)
  await db.run(sql`ALTER TABLE \`markings_history\` ADD \`protected_until\` text;`)
  await db.run(sql`ALTER TABLE \`markings\` ADD \`legal_basis\` text;`)
  await db.run(sql`ALTER TABLE \`markings\` ADD \`list_item\` text;`)
  await db.run(sql`ALTER TABLE \`markings\` ADD \`officer\` text;`)
  await db.run(sql`ALTER TABLE \`markings\` ADD \`decided_on\` text;`)
  await db.run(sql`ALTER TABLE \`markings\` ADD \`protected_until\` text;`)
  await db.run(sql`CREATE INDEX \`markings_protected_until_idx\` ON \`markings\` (\`protected_until\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`lowerings\`;`)
  await db.run(sql`DROP INDEX \`markings_protected_until_idx\`;`)
  await db.run(sql`ALTER TABLE \`markings\` DROP COLUMN \`legal_basis\`;`)
  await db.run(sql`ALTER TABLE \`markings\` DROP COLUMN \`list_item\`;`)
  await db.run(sql`ALTER TABLE \`markings\` DROP COLUMN \`officer\`;`)
  await db.run(sql`ALTER TABLE \`markings\` DROP COLUMN \`decided_on\`;`)
  await db.run(sql`ALTER TABLE \`markings\` DROP COLUMN \`protected_until\`;`)
  await db.run(sql`ALTER TABLE \`markings_history\` DROP COLUMN \`legal_basis\`;`)
  await db.run(sql`ALTER TABLE \`markings_history\` DROP COLUMN \`list_item\`;`)
  await db.run(sql`ALTER TABLE \`markings_history\` DROP COLUMN \`officer\`;`)
  await db.run(sql`ALTER TABLE \`markings_history\` DROP COLUMN \`decided_on\`;`)
  await db.run(sql`ALTER TABLE \`markings_history\` DROP COLUMN \`protected_until\`;`)
}
