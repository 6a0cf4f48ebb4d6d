import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`concepts_forms\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`locale\` text NOT NULL,
  	\`status\` text DEFAULT 'approved' NOT NULL,
  	\`stops\` integer DEFAULT false,
  	\`term\` text NOT NULL,
  	\`traditional\` text,
  	\`reason\` text,
  	\`valid_from\` text,
  	\`valid_until\` text,
  	\`source\` text,
  	\`note\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`concepts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`concepts_forms_order_idx\` ON \`concepts_forms\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`concepts_forms_parent_id_idx\` ON \`concepts_forms\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`concepts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`kind\` text NOT NULL,
  	\`definition\` text,
  	\`revision\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`concepts_name_idx\` ON \`concepts\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`concepts_updated_at_idx\` ON \`concepts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`concepts_created_at_idx\` ON \`concepts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`_concepts_v_version_forms\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`locale\` text NOT NULL,
  	\`status\` text DEFAULT 'approved' NOT NULL,
  	\`stops\` integer DEFAULT false,
  	\`term\` text NOT NULL,
  	\`traditional\` text,
  	\`reason\` text,
  	\`valid_from\` text,
  	\`valid_until\` text,
  	\`source\` text,
  	\`note\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_concepts_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_concepts_v_version_forms_order_idx\` ON \`_concepts_v_version_forms\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_concepts_v_version_forms_parent_id_idx\` ON \`_concepts_v_version_forms\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_concepts_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_name\` text,
  	\`version_kind\` text NOT NULL,
  	\`version_definition\` text,
  	\`version_revision\` numeric DEFAULT 0,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`concepts\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_concepts_v_parent_idx\` ON \`_concepts_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_concepts_v_version_version_name_idx\` ON \`_concepts_v\` (\`version_name\`);`)
  await db.run(sql`CREATE INDEX \`_concepts_v_version_version_updated_at_idx\` ON \`_concepts_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_concepts_v_version_version_created_at_idx\` ON \`_concepts_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_concepts_v_created_at_idx\` ON \`_concepts_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_concepts_v_updated_at_idx\` ON \`_concepts_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`users_reviews\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_reviews_order_idx\` ON \`users_reviews\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_reviews_parent_idx\` ON \`users_reviews\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`translations\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`collection\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`locale\` text NOT NULL,
  	\`marking_id\` text,
  	\`revision\` numeric NOT NULL,
  	\`units\` text,
  	\`corrections\` text,
  	\`vouched\` text,
  	\`state\` text,
  	\`counts\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`marking_id\`) REFERENCES \`markings\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`translations_document_id_idx\` ON \`translations\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`translations_marking_idx\` ON \`translations\` (\`marking_id\`);`)
  await db.run(sql`CREATE INDEX \`translations_state_idx\` ON \`translations\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`translations_updated_at_idx\` ON \`translations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`translations_created_at_idx\` ON \`translations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`memory_imports\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`file\` text NOT NULL,
  	\`file_name\` text NOT NULL,
  	\`part\` numeric NOT NULL,
  	\`count\` numeric NOT NULL,
  	\`units\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`memory_imports_file_idx\` ON \`memory_imports\` (\`file\`);`)
  await db.run(sql`CREATE INDEX \`memory_imports_updated_at_idx\` ON \`memory_imports\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`memory_imports_created_at_idx\` ON \`memory_imports\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`sitting\` text;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_sitting\` text;`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`sitting\` text;`)
  await db.run(sql`ALTER TABLE \`_events_v\` ADD \`version_sitting\` text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`concepts_forms\`;`)
  await db.run(sql`DROP TABLE \`concepts\`;`)
  await db.run(sql`DROP TABLE \`_concepts_v_version_forms\`;`)
  await db.run(sql`DROP TABLE \`_concepts_v\`;`)
  await db.run(sql`DROP TABLE \`users_reviews\`;`)
  await db.run(sql`DROP TABLE \`translations\`;`)
  await db.run(sql`DROP TABLE \`memory_imports\`;`)
  await db.run(sql`ALTER TABLE \`articles\` DROP COLUMN \`sitting\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`version_sitting\`;`)
  await db.run(sql`ALTER TABLE \`events\` DROP COLUMN \`sitting\`;`)
  await db.run(sql`ALTER TABLE \`_events_v\` DROP COLUMN \`version_sitting\`;`)
}
