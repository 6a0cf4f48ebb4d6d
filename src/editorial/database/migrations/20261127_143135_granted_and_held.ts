import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`grants\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`person\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`from\` text NOT NULL,
  	\`clearance\` text NOT NULL,
  	\`compartments\` text NOT NULL,
  	\`until\` text NOT NULL,
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
  await db.run(sql`CREATE INDEX \`grants_person_idx\` ON \`grants\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`grants_state_idx\` ON \`grants\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`grants_lapses_at_idx\` ON \`grants\` (\`lapses_at\`);`)
  await db.run(sql`CREATE TABLE \`secrecy_cases\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`subject_type\` text NOT NULL,
  	\`subject_id\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`found_at\` text NOT NULL,
  	\`decided_by\` text,
  	\`decided_name\` text,
  	\`decided_at\` text,
  	\`reason\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`secrecy_cases_subject_id_idx\` ON \`secrecy_cases\` (\`subject_id\`);`)
  await db.run(sql`CREATE INDEX \`secrecy_cases_state_idx\` ON \`secrecy_cases\` (\`state\`);`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`cleared_until\` text;`)
  await db.run(sql`ALTER TABLE \`audit\` ADD \`again\` text;`)
  await db.run(sql`ALTER TABLE \`audit\` ADD \`station\` text;`)
  await db.run(sql`ALTER TABLE \`audit\` ADD \`count\` numeric;`)
  await db.run(sql`ALTER TABLE \`audit\` ADD \`voided\` text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`grants\`;`)
  await db.run(sql`DROP TABLE \`secrecy_cases\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`cleared_until\`;`)
  await db.run(sql`ALTER TABLE \`audit\` DROP COLUMN \`again\`;`)
  await db.run(sql`ALTER TABLE \`audit\` DROP COLUMN \`station\`;`)
  await db.run(sql`ALTER TABLE \`audit\` DROP COLUMN \`count\`;`)
  await db.run(sql`ALTER TABLE \`audit\` DROP COLUMN \`voided\`;`)
}
