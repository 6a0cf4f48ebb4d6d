import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`images_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`images_texts_order_parent\` ON \`images_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_images_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_images_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_images_v_texts_order_parent\` ON \`_images_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`albums_press_contacts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`role\` text,
  	\`organisation\` text,
  	\`phone\` text,
  	\`email\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`albums\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`albums_press_contacts_order_idx\` ON \`albums_press_contacts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`albums_press_contacts_parent_id_idx\` ON \`albums_press_contacts\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`albums_press_contacts_locale_idx\` ON \`albums_press_contacts\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_albums_v_version_press_contacts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`role\` text,
  	\`organisation\` text,
  	\`phone\` text,
  	\`email\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_albums_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_albums_v_version_press_contacts_order_idx\` ON \`_albums_v_version_press_contacts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_albums_v_version_press_contacts_parent_id_idx\` ON \`_albums_v_version_press_contacts\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_albums_v_version_press_contacts_locale_idx\` ON \`_albums_v_version_press_contacts\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`picture_deletions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`picture\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`asked_by\` text NOT NULL,
  	\`asked_name\` text,
  	\`asked_at\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`due_at\` text NOT NULL,
  	\`decided_by\` text,
  	\`decided_name\` text,
  	\`decided_at\` text,
  	\`decided_why\` text,
  	\`sha256\` text,
  	\`bytes\` numeric,
  	\`origin\` text,
  	\`seal\` text,
  	\`marking\` text,
  	\`left_at\` text,
  	\`done_at\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`picture_deletions_picture_idx\` ON \`picture_deletions\` (\`picture\`);`)
  await db.run(sql`CREATE INDEX \`picture_deletions_state_idx\` ON \`picture_deletions\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`picture_deletions_due_at_idx\` ON \`picture_deletions\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`picture_deletions_sha256_idx\` ON \`picture_deletions\` (\`sha256\`);`)
  await db.run(sql`CREATE INDEX \`picture_deletions_seal_idx\` ON \`picture_deletions\` (\`seal\`);`)
  await db.run(sql`CREATE TABLE \`picture_holds\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`picture\` text NOT NULL,
  	\`set_by\` text NOT NULL,
  	\`set_name\` text,
  	\`set_at\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`lifted_by\` text,
  	\`lifted_name\` text,
  	\`lifted_at\` text,
  	\`lifted_why\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`picture_holds_picture_idx\` ON \`picture_holds\` (\`picture\`);`)
  await db.run(sql`CREATE INDEX \`picture_holds_lifted_at_idx\` ON \`picture_holds\` (\`lifted_at\`);`)
  await db.run(sql`CREATE TABLE \`picture_history\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`picture\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`actor\` text,
  	\`who\` text,
  	\`revision\` numeric,
  	\`facts\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`picture_history_picture_idx\` ON \`picture_history\` (\`picture\`);`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`persons\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`place_created\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`digitised\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`source_type\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`model_release\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`copyright\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`licensor\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`crops\` text;`)
  await db.run(sql`ALTER TABLE \`images_locales\` ADD \`headline\` text;`)
  await db.run(sql`ALTER TABLE \`images_locales\` ADD \`extended_description\` text;`)
  await db.run(sql`ALTER TABLE \`images_locales\` ADD \`event\` text;`)
  await db.run(sql`ALTER TABLE \`images_locales\` ADD \`usage_terms\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_persons\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_place_created\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_digitised\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_source_type\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_model_release\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_copyright\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_licensor\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_crops\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v_locales\` ADD \`version_headline\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v_locales\` ADD \`version_extended_description\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v_locales\` ADD \`version_event\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v_locales\` ADD \`version_usage_terms\` text;`)
  await db.run(sql`ALTER TABLE \`albums\` ADD \`rights_record_id\` text REFERENCES rights(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`albums\` ADD \`press_kit\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`albums\` ADD \`press_embargo\` text;`)
  await db.run(sql`CREATE INDEX \`albums_rights_record_idx\` ON \`albums\` (\`rights_record_id\`);`)
  await db.run(sql`ALTER TABLE \`albums_locales\` ADD \`press_text\` text;`)
  await db.run(sql`ALTER TABLE \`_albums_v\` ADD \`version_rights_record_id\` text REFERENCES rights(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_albums_v\` ADD \`version_press_kit\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_albums_v\` ADD \`version_press_embargo\` text;`)
  await db.run(sql`CREATE INDEX \`_albums_v_version_version_rights_record_idx\` ON \`_albums_v\` (\`version_rights_record_id\`);`)
  await db.run(sql`ALTER TABLE \`_albums_v_locales\` ADD \`version_press_text\` text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`images_texts\`;`)
  await db.run(sql`DROP TABLE \`_images_v_texts\`;`)
  await db.run(sql`DROP TABLE \`albums_press_contacts\`;`)
  await db.run(sql`DROP TABLE \`_albums_v_version_press_contacts\`;`)
  await db.run(sql`DROP TABLE \`picture_deletions\`;`)
  await db.run(sql`DROP TABLE \`picture_holds\`;`)
  await db.run(sql`DROP TABLE \`picture_history\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_albums\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`within_id\` text,
  	\`cover_id\` text,
  	\`agency_id\` text,
  	\`marking_id\` text,
  	\`created_by_id\` text,
  	\`released_by_id\` text,
  	\`revision\` numeric DEFAULT 0,
  	\`former_slugs\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`within_id\`) REFERENCES \`albums\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`cover_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`marking_id\`) REFERENCES \`markings\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`released_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_albums\`("id", "within_id", "cover_id", "agency_id", "marking_id", "created_by_id", "released_by_id", "revision", "former_slugs", "updated_at", "created_at") SELECT "id", "within_id", "cover_id", "agency_id", "marking_id", "created_by_id", "released_by_id", "revision", "former_slugs", "updated_at", "created_at" FROM \`albums\`;`)
  await db.run(sql`DROP TABLE \`albums\`;`)
  await db.run(sql`ALTER TABLE \`__new_albums\` RENAME TO \`albums\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`albums_within_idx\` ON \`albums\` (\`within_id\`);`)
  await db.run(sql`CREATE INDEX \`albums_cover_idx\` ON \`albums\` (\`cover_id\`);`)
  await db.run(sql`CREATE INDEX \`albums_agency_idx\` ON \`albums\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`albums_marking_idx\` ON \`albums\` (\`marking_id\`);`)
  await db.run(sql`CREATE INDEX \`albums_created_by_idx\` ON \`albums\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`albums_released_by_idx\` ON \`albums\` (\`released_by_id\`);`)
  await db.run(sql`CREATE INDEX \`albums_updated_at_idx\` ON \`albums\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`albums_created_at_idx\` ON \`albums\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new__albums_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_within_id\` text,
  	\`version_cover_id\` text,
  	\`version_agency_id\` text,
  	\`version_marking_id\` text,
  	\`version_created_by_id\` text,
  	\`version_released_by_id\` text,
  	\`version_revision\` numeric DEFAULT 0,
  	\`version_former_slugs\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`albums\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_within_id\`) REFERENCES \`albums\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_cover_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_marking_id\`) REFERENCES \`markings\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_released_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__albums_v\`("id", "parent_id", "version_within_id", "version_cover_id", "version_agency_id", "version_marking_id", "version_created_by_id", "version_released_by_id", "version_revision", "version_former_slugs", "version_updated_at", "version_created_at", "created_at", "updated_at") SELECT "id", "parent_id", "version_within_id", "version_cover_id", "version_agency_id", "version_marking_id", "version_created_by_id", "version_released_by_id", "version_revision", "version_former_slugs", "version_updated_at", "version_created_at", "created_at", "updated_at" FROM \`_albums_v\`;`)
  await db.run(sql`DROP TABLE \`_albums_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__albums_v\` RENAME TO \`_albums_v\`;`)
  await db.run(sql`CREATE INDEX \`_albums_v_parent_idx\` ON \`_albums_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_albums_v_version_version_within_idx\` ON \`_albums_v\` (\`version_within_id\`);`)
  await db.run(sql`CREATE INDEX \`_albums_v_version_version_cover_idx\` ON \`_albums_v\` (\`version_cover_id\`);`)
  await db.run(sql`CREATE INDEX \`_albums_v_version_version_agency_idx\` ON \`_albums_v\` (\`version_agency_id\`);`)
  await db.run(sql`CREATE INDEX \`_albums_v_version_version_marking_idx\` ON \`_albums_v\` (\`version_marking_id\`);`)
  await db.run(sql`CREATE INDEX \`_albums_v_version_version_created_by_idx\` ON \`_albums_v\` (\`version_created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_albums_v_version_version_released_by_idx\` ON \`_albums_v\` (\`version_released_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_albums_v_version_version_updated_at_idx\` ON \`_albums_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_albums_v_version_version_created_at_idx\` ON \`_albums_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_albums_v_created_at_idx\` ON \`_albums_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_albums_v_updated_at_idx\` ON \`_albums_v\` (\`updated_at\`);`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`persons\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`place_created\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`digitised\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`source_type\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`model_release\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`copyright\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`licensor\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`crops\`;`)
  await db.run(sql`ALTER TABLE \`images_locales\` DROP COLUMN \`headline\`;`)
  await db.run(sql`ALTER TABLE \`images_locales\` DROP COLUMN \`extended_description\`;`)
  await db.run(sql`ALTER TABLE \`images_locales\` DROP COLUMN \`event\`;`)
  await db.run(sql`ALTER TABLE \`images_locales\` DROP COLUMN \`usage_terms\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_persons\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_place_created\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_digitised\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_source_type\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_model_release\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_copyright\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_licensor\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_crops\`;`)
  await db.run(sql`ALTER TABLE \`_images_v_locales\` DROP COLUMN \`version_headline\`;`)
  await db.run(sql`ALTER TABLE \`_images_v_locales\` DROP COLUMN \`version_extended_description\`;`)
  await db.run(sql`ALTER TABLE \`_images_v_locales\` DROP COLUMN \`version_event\`;`)
  await db.run(sql`ALTER TABLE \`_images_v_locales\` DROP COLUMN \`version_usage_terms\`;`)
  await db.run(sql`ALTER TABLE \`albums_locales\` DROP COLUMN \`press_text\`;`)
  await db.run(sql`ALTER TABLE \`_albums_v_locales\` DROP COLUMN \`version_press_text\`;`)
}
