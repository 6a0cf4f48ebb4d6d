import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`copy_permissions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`marking\` text NOT NULL,
  	\`subject_type\` text NOT NULL,
  	\`subject_id\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`locale\` text NOT NULL,
  	\`seal\` text NOT NULL,
  	\`copies\` numeric NOT NULL,
  	\`made\` numeric NOT NULL,
  	\`purpose\` text NOT NULL,
  	\`recipient\` text NOT NULL,
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
  await db.run(sql`CREATE INDEX \`copy_permissions_marking_idx\` ON \`copy_permissions\` (\`marking\`);`)
  await db.run(sql`CREATE INDEX \`copy_permissions_subject_id_idx\` ON \`copy_permissions\` (\`subject_id\`);`)
  await db.run(sql`CREATE INDEX \`copy_permissions_state_idx\` ON \`copy_permissions\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`copy_permissions_asked_by_idx\` ON \`copy_permissions\` (\`asked_by\`);`)
  await db.run(sql`CREATE INDEX \`copy_permissions_lapses_at_idx\` ON \`copy_permissions\` (\`lapses_at\`);`)
  await db.run(sql`CREATE TABLE \`copies\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`permission\` text NOT NULL,
  	\`nth\` numeric NOT NULL,
  	\`total\` numeric NOT NULL,
  	\`subject_type\` text NOT NULL,
  	\`subject_id\` text NOT NULL,
  	\`locale\` text NOT NULL,
  	\`form\` text NOT NULL,
  	\`seal\` text NOT NULL,
  	\`term\` text,
  	\`recipient\` text NOT NULL,
  	\`purpose\` text NOT NULL,
  	\`made_by\` text,
  	\`made_name\` text,
  	\`made_at\` text,
  	\`holder\` text,
  	\`holder_name\` text,
  	\`place\` text,
  	\`state\` text NOT NULL,
  	\`returned_by\` text,
  	\`returned_name\` text,
  	\`returned_at\` text,
  	\`destroyed_by\` text,
  	\`destroyed_name\` text,
  	\`destroyed_at\` text,
  	\`destroyed_how\` text,
  	\`confirmed_by\` text,
  	\`confirmed_name\` text,
  	\`confirmed_at\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`copies_number_idx\` ON \`copies\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`copies_permission_idx\` ON \`copies\` (\`permission\`);`)
  await db.run(sql`CREATE INDEX \`copies_subject_id_idx\` ON \`copies\` (\`subject_id\`);`)
  await db.run(sql`CREATE INDEX \`copies_form_idx\` ON \`copies\` (\`form\`);`)
  await db.run(sql`CREATE INDEX \`copies_holder_idx\` ON \`copies\` (\`holder\`);`)
  await db.run(sql`CREATE INDEX \`copies_state_idx\` ON \`copies\` (\`state\`);`)
  await db.run(sql`CREATE TABLE \`audit_removals\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`state\` text NOT NULL,
  	\`kinds\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`asked_by\` text NOT NULL,
  	\`asked_name\` text,
  	\`asked_at\` text NOT NULL,
  	\`lapses_at\` text NOT NULL,
  	\`decided_by\` text,
  	\`decided_name\` text,
  	\`decided_at\` text,
  	\`decided_why\` text,
  	\`record\` numeric,
  	\`lines\` numeric
  );
  `)
  await db.run(sql`CREATE INDEX \`audit_removals_state_idx\` ON \`audit_removals\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`audit_removals_lapses_at_idx\` ON \`audit_removals\` (\`lapses_at\`);`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`seal\` text;`)
  await db.run(sql`CREATE INDEX \`articles_updated_seal_idx\` ON \`articles\` (\`updated_at\`,\`seal\`);`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_seal\` text;`)
  await db.run(sql`CREATE INDEX \`_articles_v_latest_updated_seal_idx\` ON \`_articles_v\` (\`latest\`,\`version_updated_at\`,\`version_seal\`);`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`seal\` text;`)
  await db.run(sql`CREATE INDEX \`events_updated_seal_idx\` ON \`events\` (\`updated_at\`,\`seal\`);`)
  await db.run(sql`ALTER TABLE \`_events_v\` ADD \`version_seal\` text;`)
  await db.run(sql`CREATE INDEX \`_events_v_latest_updated_seal_idx\` ON \`_events_v\` (\`latest\`,\`version_updated_at\`,\`version_seal\`);`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`seal\` text;`)
  await db.run(sql`CREATE INDEX \`images_updated_seal_idx\` ON \`images\` (\`updated_at\`,\`seal\`);`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_seal\` text;`)
  await db.run(sql`ALTER TABLE \`albums\` ADD \`seal\` text;`)
  await db.run(sql`CREATE INDEX \`albums_updated_seal_idx\` ON \`albums\` (\`updated_at\`,\`seal\`);`)
  await db.run(sql`ALTER TABLE \`_albums_v\` ADD \`version_seal\` text;`)
  await db.run(sql`ALTER TABLE \`audit\` ADD \`about\` text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`copy_permissions\`;`)
  await db.run(sql`DROP TABLE \`copies\`;`)
  await db.run(sql`DROP TABLE \`audit_removals\`;`)
  await db.run(sql`DROP INDEX \`articles_updated_seal_idx\`;`)
  await db.run(sql`ALTER TABLE \`articles\` DROP COLUMN \`seal\`;`)
  await db.run(sql`DROP INDEX \`_articles_v_latest_updated_seal_idx\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`version_seal\`;`)
  await db.run(sql`DROP INDEX \`events_updated_seal_idx\`;`)
  await db.run(sql`ALTER TABLE \`events\` DROP COLUMN \`seal\`;`)
  await db.run(sql`DROP INDEX \`_events_v_latest_updated_seal_idx\`;`)
  await db.run(sql`ALTER TABLE \`_events_v\` DROP COLUMN \`version_seal\`;`)
  await db.run(sql`DROP INDEX \`images_updated_seal_idx\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`seal\`;`)
  await db.run(sql`DROP INDEX \`albums_updated_seal_idx\`;`)
  await db.run(sql`ALTER TABLE \`albums\` DROP COLUMN \`seal\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_seal\`;`)
  await db.run(sql`ALTER TABLE \`_albums_v\` DROP COLUMN \`version_seal\`;`)
  await db.run(sql`ALTER TABLE \`audit\` DROP COLUMN \`about\`;`)
}
