import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`launches\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`collection\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`marking_id\` text,
  	\`revision\` numeric NOT NULL,
  	\`state\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`rule\` text NOT NULL,
  	\`locales\` text NOT NULL,
  	\`by_id\` text,
  	\`changed_at\` text NOT NULL,
  	\`going\` text,
  	\`outcome\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`marking_id\`) REFERENCES \`markings\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`launches_document_id_idx\` ON \`launches\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`launches_marking_idx\` ON \`launches\` (\`marking_id\`);`)
  await db.run(sql`CREATE INDEX \`launches_state_idx\` ON \`launches\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`launches_at_idx\` ON \`launches\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`launches_by_idx\` ON \`launches\` (\`by_id\`);`)
  await db.run(sql`CREATE INDEX \`launches_updated_at_idx\` ON \`launches\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`launches_created_at_idx\` ON \`launches\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`assignments\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`collection\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`locale\` text NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`open\` integer,
  	\`translator\` text,
  	\`reviewer\` text,
  	\`due\` text,
  	\`note\` text,
  	\`given_by\` text,
  	\`given_at\` text,
  	\`past\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`assignments_document_id_idx\` ON \`assignments\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`assignments_open_idx\` ON \`assignments\` (\`open\`);`)
  await db.run(sql`CREATE INDEX \`assignments_translator_idx\` ON \`assignments\` (\`translator\`);`)
  await db.run(sql`CREATE INDEX \`assignments_reviewer_idx\` ON \`assignments\` (\`reviewer\`);`)
  await db.run(sql`CREATE INDEX \`assignments_due_idx\` ON \`assignments\` (\`due\`);`)
  await db.run(sql`CREATE INDEX \`assignments_given_by_idx\` ON \`assignments\` (\`given_by\`);`)
  await db.run(sql`CREATE INDEX \`assignments_updated_at_idx\` ON \`assignments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`assignments_created_at_idx\` ON \`assignments\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`comments\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`thread\` text NOT NULL,
  	\`collection\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`locale\` text NOT NULL,
  	\`anchor\` text,
  	\`by\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`mentions\` text,
  	\`resolved_by\` text,
  	\`resolved_at\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`comments_thread_idx\` ON \`comments\` (\`thread\`);`)
  await db.run(sql`CREATE INDEX \`comments_document_id_idx\` ON \`comments\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`comments_at_idx\` ON \`comments\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`comment_notices\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`thread\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`collection\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`locale\` text NOT NULL,
  	\`unread\` integer,
  	\`mentioned\` integer,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`comment_notices_thread_idx\` ON \`comment_notices\` (\`thread\`);`)
  await db.run(sql`CREATE INDEX \`comment_notices_person_idx\` ON \`comment_notices\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`comment_notices_document_id_idx\` ON \`comment_notices\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`comment_notices_unread_idx\` ON \`comment_notices\` (\`unread\`);`)
  await db.run(sql`CREATE TABLE \`digests\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`day\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`tries\` numeric NOT NULL,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`digests_day_idx\` ON \`digests\` (\`day\`);`)
  await db.run(sql`CREATE INDEX \`digests_person_idx\` ON \`digests\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`digests_at_idx\` ON \`digests\` (\`at\`);`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`daily_mail\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`reviews\` ADD \`revision\` numeric;`)
  await db.run(sql`ALTER TABLE \`reviews\` ADD \`approved\` text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`launches\`;`)
  await db.run(sql`DROP TABLE \`assignments\`;`)
  await db.run(sql`DROP TABLE \`comments\`;`)
  await db.run(sql`DROP TABLE \`comment_notices\`;`)
  await db.run(sql`DROP TABLE \`digests\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`daily_mail\`;`)
  await db.run(sql`ALTER TABLE \`reviews\` DROP COLUMN \`revision\`;`)
  await db.run(sql`ALTER TABLE \`reviews\` DROP COLUMN \`approved\`;`)
}
