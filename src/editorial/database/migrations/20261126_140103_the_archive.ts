import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`albums\` (
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
  await db.run(sql`CREATE INDEX \`albums_within_idx\` ON \`albums\` (\`within_id\`);`)
  await db.run(sql`CREATE INDEX \`albums_cover_idx\` ON \`albums\` (\`cover_id\`);`)
  await db.run(sql`CREATE INDEX \`albums_agency_idx\` ON \`albums\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`albums_marking_idx\` ON \`albums\` (\`marking_id\`);`)
  await db.run(sql`CREATE INDEX \`albums_created_by_idx\` ON \`albums\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`albums_released_by_idx\` ON \`albums\` (\`released_by_id\`);`)
  await db.run(sql`CREATE INDEX \`albums_updated_at_idx\` ON \`albums\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`albums_created_at_idx\` ON \`albums\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`albums_locales\` (
  	\`title\` text NOT NULL,
  	\`description\` text,
  	\`slug\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`albums\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`albums_slug_idx\` ON \`albums_locales\` (\`slug\`,\`_locale\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`albums_locales_locale_parent_id_unique\` ON \`albums_locales\` (\`_parent_id\`,\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_albums_v\` (
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
  await db.run(sql`CREATE TABLE \`_albums_v_locales\` (
  	\`version_title\` text NOT NULL,
  	\`version_description\` text,
  	\`version_slug\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_albums_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_albums_v_version_version_slug_idx\` ON \`_albums_v_locales\` (\`version_slug\`,\`_locale\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`_albums_v_locales_locale_parent_id_unique\` ON \`_albums_v_locales\` (\`_parent_id\`,\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`album_members\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`album\` text NOT NULL,
  	\`image\` text NOT NULL,
  	\`rank\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`album_members_image_idx\` ON \`album_members\` (\`image\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`album_image_idx\` ON \`album_members\` (\`album\`,\`image\`);`)
  await db.run(sql`CREATE INDEX \`album_rank_idx\` ON \`album_members\` (\`album\`,\`rank\`);`)
  await db.run(sql`CREATE TABLE \`rights_uses\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`rights\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`rights_uses_order_idx\` ON \`rights_uses\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`rights_uses_parent_idx\` ON \`rights_uses\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`rights\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`holder\` text,
  	\`creator\` text,
  	\`credit\` text,
  	\`rights\` text,
  	\`web_statement\` text,
  	\`valid_from\` text,
  	\`valid_until\` text,
  	\`embargo\` text,
  	\`max_side\` numeric,
  	\`download\` text,
  	\`mark\` text,
  	\`revision\` numeric DEFAULT 0,
  	\`former_slugs\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`rights_valid_until_idx\` ON \`rights\` (\`valid_until\`);`)
  await db.run(sql`CREATE INDEX \`rights_updated_at_idx\` ON \`rights\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`rights_created_at_idx\` ON \`rights\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`rights_locales\` (
  	\`name\` text NOT NULL,
  	\`terms\` text,
  	\`slug\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`rights\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`rights_slug_idx\` ON \`rights_locales\` (\`slug\`,\`_locale\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`rights_locales_locale_parent_id_unique\` ON \`rights_locales\` (\`_parent_id\`,\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`rights_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`rights\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`rights_texts_order_parent\` ON \`rights_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_rights_v_version_uses\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_rights_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_rights_v_version_uses_order_idx\` ON \`_rights_v_version_uses\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_rights_v_version_uses_parent_idx\` ON \`_rights_v_version_uses\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_rights_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_holder\` text,
  	\`version_creator\` text,
  	\`version_credit\` text,
  	\`version_rights\` text,
  	\`version_web_statement\` text,
  	\`version_valid_from\` text,
  	\`version_valid_until\` text,
  	\`version_embargo\` text,
  	\`version_max_side\` numeric,
  	\`version_download\` text,
  	\`version_mark\` text,
  	\`version_revision\` numeric DEFAULT 0,
  	\`version_former_slugs\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`rights\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_rights_v_parent_idx\` ON \`_rights_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_rights_v_version_version_valid_until_idx\` ON \`_rights_v\` (\`version_valid_until\`);`)
  await db.run(sql`CREATE INDEX \`_rights_v_version_version_updated_at_idx\` ON \`_rights_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_rights_v_version_version_created_at_idx\` ON \`_rights_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_rights_v_created_at_idx\` ON \`_rights_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_rights_v_updated_at_idx\` ON \`_rights_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_rights_v_locales\` (
  	\`version_name\` text NOT NULL,
  	\`version_terms\` text,
  	\`version_slug\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_rights_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_rights_v_version_version_slug_idx\` ON \`_rights_v_locales\` (\`version_slug\`,\`_locale\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`_rights_v_locales_locale_parent_id_unique\` ON \`_rights_v_locales\` (\`_parent_id\`,\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_rights_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_rights_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_rights_v_texts_order_parent\` ON \`_rights_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`consents_uses\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`consents\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`consents_uses_order_idx\` ON \`consents_uses\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`consents_uses_parent_idx\` ON \`consents_uses\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`consents\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`person\` text NOT NULL,
  	\`kind\` text DEFAULT 'adult' NOT NULL,
  	\`signed_on\` text,
  	\`document\` text NOT NULL,
  	\`valid_until\` text,
  	\`withdrawn_on\` text,
  	\`note\` text,
  	\`revision\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`consents_valid_until_idx\` ON \`consents\` (\`valid_until\`);`)
  await db.run(sql`CREATE INDEX \`consents_updated_at_idx\` ON \`consents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`consents_created_at_idx\` ON \`consents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`look_alikes\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`pair\` text NOT NULL,
  	\`one\` text NOT NULL,
  	\`other\` text NOT NULL,
  	\`fine\` numeric,
  	\`state\` text NOT NULL,
  	\`decided_by\` text,
  	\`decided_at\` text,
  	\`kept\` text,
  	\`before\` numeric,
  	\`after\` numeric,
  	\`slugs\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`look_alikes_pair_idx\` ON \`look_alikes\` (\`pair\`);`)
  await db.run(sql`CREATE INDEX \`look_alikes_one_idx\` ON \`look_alikes\` (\`one\`);`)
  await db.run(sql`CREATE INDEX \`look_alikes_other_idx\` ON \`look_alikes\` (\`other\`);`)
  await db.run(sql`CREATE INDEX \`look_alikes_state_idx\` ON \`look_alikes\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`look_alikes_kept_idx\` ON \`look_alikes\` (\`kept\`);`)
  await db.run(sql`CREATE INDEX \`look_alikes_updated_at_idx\` ON \`look_alikes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`look_alikes_created_at_idx\` ON \`look_alikes\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`saved_searches\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`question\` text,
  	\`owner\` text NOT NULL,
  	\`shared\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`saved_searches_owner_idx\` ON \`saved_searches\` (\`owner\`);`)
  await db.run(sql`CREATE INDEX \`saved_searches_updated_at_idx\` ON \`saved_searches\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`saved_searches_created_at_idx\` ON \`saved_searches\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`picture_edits\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`owner\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`change\` text,
  	\`pictures\` text,
  	\`total\` numeric,
  	\`position\` numeric,
  	\`changed\` numeric,
  	\`left\` numeric,
  	\`undoes\` text,
  	\`undone\` integer,
  	\`code\` text,
  	\`beat_at\` text,
  	\`ended_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`picture_edits_owner_idx\` ON \`picture_edits\` (\`owner\`);`)
  await db.run(sql`CREATE INDEX \`picture_edits_state_idx\` ON \`picture_edits\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`picture_edits_ended_at_idx\` ON \`picture_edits\` (\`ended_at\`);`)
  await db.run(sql`CREATE INDEX \`picture_edits_updated_at_idx\` ON \`picture_edits\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`picture_edits_created_at_idx\` ON \`picture_edits\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`picture_edit_items\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`edit\` text NOT NULL,
  	\`picture\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`before\` text,
  	\`seen\` numeric,
  	\`made\` numeric,
  	\`code\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`picture_edit_items_edit_idx\` ON \`picture_edit_items\` (\`edit\`);`)
  await db.run(sql`CREATE INDEX \`picture_edit_items_picture_idx\` ON \`picture_edit_items\` (\`picture\`);`)
  await db.run(sql`CREATE TABLE \`upload_batches\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`owner\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`defaults\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`upload_batches_owner_idx\` ON \`upload_batches\` (\`owner\`);`)
  await db.run(sql`CREATE INDEX \`upload_batches_at_idx\` ON \`upload_batches\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`upload_fates\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`owner\` text NOT NULL,
  	\`batch\` text NOT NULL,
  	\`upload\` text NOT NULL,
  	\`file\` text NOT NULL,
  	\`outcome\` text NOT NULL,
  	\`code\` text,
  	\`values\` text,
  	\`lacks\` text,
  	\`image\` text,
  	\`sha256\` text,
  	\`bytes\` numeric,
  	\`reading\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`upload_fates_owner_idx\` ON \`upload_fates\` (\`owner\`);`)
  await db.run(sql`CREATE INDEX \`upload_fates_batch_idx\` ON \`upload_fates\` (\`batch\`);`)
  await db.run(sql`CREATE INDEX \`upload_fates_upload_idx\` ON \`upload_fates\` (\`upload\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs_log\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`executed_at\` text NOT NULL,
  	\`completed_at\` text NOT NULL,
  	\`task_slug\` text NOT NULL,
  	\`task_i_d\` text NOT NULL,
  	\`input\` text,
  	\`output\` text,
  	\`state\` text NOT NULL,
  	\`error\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`payload_jobs\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_jobs_log_order_idx\` ON \`payload_jobs_log\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_log_parent_id_idx\` ON \`payload_jobs_log\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`input\` text,
  	\`completed_at\` text,
  	\`total_tried\` numeric DEFAULT 0,
  	\`has_error\` integer DEFAULT false,
  	\`error\` text,
  	\`task_slug\` text,
  	\`queue\` text DEFAULT 'default',
  	\`wait_until\` text,
  	\`processing\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_jobs_completed_at_idx\` ON \`payload_jobs\` (\`completed_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_total_tried_idx\` ON \`payload_jobs\` (\`total_tried\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_has_error_idx\` ON \`payload_jobs\` (\`has_error\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_task_slug_idx\` ON \`payload_jobs\` (\`task_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_queue_idx\` ON \`payload_jobs\` (\`queue\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_wait_until_idx\` ON \`payload_jobs\` (\`wait_until\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_processing_idx\` ON \`payload_jobs\` (\`processing\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_updated_at_idx\` ON \`payload_jobs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_created_at_idx\` ON \`payload_jobs\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`rights_record_id\` text REFERENCES rights(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`people\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`minors\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`likeness_hash\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`likeness_compared\` integer;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`merged_into_id\` text REFERENCES images(id) ON DELETE set null;`)
  await db.run(sql`CREATE INDEX \`images_rights_record_idx\` ON \`images\` (\`rights_record_id\`);`)
  await db.run(sql`CREATE INDEX \`images_likeness_likeness_compared_idx\` ON \`images\` (\`likeness_compared\`);`)
  await db.run(sql`CREATE INDEX \`images_merged_into_idx\` ON \`images\` (\`merged_into_id\`);`)
  await db.run(sql`ALTER TABLE \`images_rels\` ADD \`consents_id\` text REFERENCES consents(id) ON DELETE cascade;`)
  await db.run(sql`CREATE INDEX \`images_rels_consents_id_idx\` ON \`images_rels\` (\`consents_id\`);`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_rights_record_id\` text REFERENCES rights(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_people\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_minors\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_likeness_hash\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_likeness_compared\` integer;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_merged_into_id\` text REFERENCES images(id) ON DELETE set null;`)
  await db.run(sql`CREATE INDEX \`_images_v_version_version_rights_record_idx\` ON \`_images_v\` (\`version_rights_record_id\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_version_likeness_version_likeness_compared_idx\` ON \`_images_v\` (\`version_likeness_compared\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_version_version_merged_into_idx\` ON \`_images_v\` (\`version_merged_into_id\`);`)
  await db.run(sql`ALTER TABLE \`_images_v_rels\` ADD \`consents_id\` text REFERENCES consents(id) ON DELETE cascade;`)
  await db.run(sql`CREATE INDEX \`_images_v_rels_consents_id_idx\` ON \`_images_v_rels\` (\`consents_id\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`albums\`;`)
  await db.run(sql`DROP TABLE \`albums_locales\`;`)
  await db.run(sql`DROP TABLE \`_albums_v\`;`)
  await db.run(sql`DROP TABLE \`_albums_v_locales\`;`)
  await db.run(sql`DROP TABLE \`album_members\`;`)
  await db.run(sql`DROP TABLE \`rights_uses\`;`)
  await db.run(sql`DROP TABLE \`rights\`;`)
  await db.run(sql`DROP TABLE \`rights_locales\`;`)
  await db.run(sql`DROP TABLE \`rights_texts\`;`)
  await db.run(sql`DROP TABLE \`_rights_v_version_uses\`;`)
  await db.run(sql`DROP TABLE \`_rights_v\`;`)
  await db.run(sql`DROP TABLE \`_rights_v_locales\`;`)
  await db.run(sql`DROP TABLE \`_rights_v_texts\`;`)
  await db.run(sql`DROP TABLE \`consents_uses\`;`)
  await db.run(sql`DROP TABLE \`consents\`;`)
  await db.run(sql`DROP TABLE \`look_alikes\`;`)
  await db.run(sql`DROP TABLE \`saved_searches\`;`)
  await db.run(sql`DROP TABLE \`picture_edits\`;`)
  await db.run(sql`DROP TABLE \`picture_edit_items\`;`)
  await db.run(sql`DROP TABLE \`upload_batches\`;`)
  await db.run(sql`DROP TABLE \`upload_fates\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs_log\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_images\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`credit\` text,
  	\`creator\` text,
  	\`rights\` text,
  	\`taken_on\` text,
  	\`focus_x\` numeric DEFAULT 0.5,
  	\`focus_y\` numeric DEFAULT 0.5,
  	\`agency_id\` text,
  	\`master_sha256\` text,
  	\`master_bytes\` numeric,
  	\`master_type\` text,
  	\`master_width\` numeric,
  	\`master_height\` numeric,
  	\`master_pages\` numeric,
  	\`master_display\` text,
  	\`master_filename\` text,
  	\`origin_sha256\` text,
  	\`origin_bytes\` numeric,
  	\`origin_pending\` integer,
  	\`thumbhash\` text,
  	\`marking_id\` text,
  	\`created_by_id\` text,
  	\`released_by_id\` text,
  	\`revision\` numeric DEFAULT 0,
  	\`former_slugs\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`marking_id\`) REFERENCES \`markings\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`released_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_images\`("id", "credit", "creator", "rights", "taken_on", "focus_x", "focus_y", "agency_id", "master_sha256", "master_bytes", "master_type", "master_width", "master_height", "master_pages", "master_display", "master_filename", "origin_sha256", "origin_bytes", "origin_pending", "thumbhash", "marking_id", "created_by_id", "released_by_id", "revision", "former_slugs", "updated_at", "created_at") SELECT "id", "credit", "creator", "rights", "taken_on", "focus_x", "focus_y", "agency_id", "master_sha256", "master_bytes", "master_type", "master_width", "master_height", "master_pages", "master_display", "master_filename", "origin_sha256", "origin_bytes", "origin_pending", "thumbhash", "marking_id", "created_by_id", "released_by_id", "revision", "former_slugs", "updated_at", "created_at" FROM \`images\`;`)
  await db.run(sql`DROP TABLE \`images\`;`)
  await db.run(sql`ALTER TABLE \`__new_images\` RENAME TO \`images\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`images_agency_idx\` ON \`images\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`images_master_master_sha256_idx\` ON \`images\` (\`master_sha256\`);`)
  await db.run(sql`CREATE INDEX \`images_origin_origin_sha256_idx\` ON \`images\` (\`origin_sha256\`);`)
  await db.run(sql`CREATE INDEX \`images_marking_idx\` ON \`images\` (\`marking_id\`);`)
  await db.run(sql`CREATE INDEX \`images_created_by_idx\` ON \`images\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`images_released_by_idx\` ON \`images\` (\`released_by_id\`);`)
  await db.run(sql`CREATE INDEX \`images_updated_at_idx\` ON \`images\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`images_created_at_idx\` ON \`images\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_images_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` text,
  	\`places_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`places_id\`) REFERENCES \`places\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_images_rels\`("id", "order", "parent_id", "path", "topics_id", "places_id") SELECT "id", "order", "parent_id", "path", "topics_id", "places_id" FROM \`images_rels\`;`)
  await db.run(sql`DROP TABLE \`images_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_images_rels\` RENAME TO \`images_rels\`;`)
  await db.run(sql`CREATE INDEX \`images_rels_order_idx\` ON \`images_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`images_rels_parent_idx\` ON \`images_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`images_rels_path_idx\` ON \`images_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`images_rels_topics_id_idx\` ON \`images_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`images_rels_places_id_idx\` ON \`images_rels\` (\`places_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__images_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_credit\` text,
  	\`version_creator\` text,
  	\`version_rights\` text,
  	\`version_taken_on\` text,
  	\`version_focus_x\` numeric DEFAULT 0.5,
  	\`version_focus_y\` numeric DEFAULT 0.5,
  	\`version_agency_id\` text,
  	\`version_master_sha256\` text,
  	\`version_master_bytes\` numeric,
  	\`version_master_type\` text,
  	\`version_master_width\` numeric,
  	\`version_master_height\` numeric,
  	\`version_master_pages\` numeric,
  	\`version_master_display\` text,
  	\`version_master_filename\` text,
  	\`version_origin_sha256\` text,
  	\`version_origin_bytes\` numeric,
  	\`version_origin_pending\` integer,
  	\`version_thumbhash\` text,
  	\`version_marking_id\` text,
  	\`version_created_by_id\` text,
  	\`version_released_by_id\` text,
  	\`version_revision\` numeric DEFAULT 0,
  	\`version_former_slugs\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_marking_id\`) REFERENCES \`markings\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_released_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__images_v\`("id", "parent_id", "version_credit", "version_creator", "version_rights", "version_taken_on", "version_focus_x", "version_focus_y", "version_agency_id", "version_master_sha256", "version_master_bytes", "version_master_type", "version_master_width", "version_master_height", "version_master_pages", "version_master_display", "version_master_filename", "version_origin_sha256", "version_origin_bytes", "version_origin_pending", "version_thumbhash", "version_marking_id", "version_created_by_id", "version_released_by_id", "version_revision", "version_former_slugs", "version_updated_at", "version_created_at", "created_at", "updated_at") SELECT "id", "parent_id", "version_credit", "version_creator", "version_rights", "version_taken_on", "version_focus_x", "version_focus_y", "version_agency_id", "version_master_sha256", "version_master_bytes", "version_master_type", "version_master_width", "version_master_height", "version_master_pages", "version_master_display", "version_master_filename", "version_origin_sha256", "version_origin_bytes", "version_origin_pending", "version_thumbhash", "version_marking_id", "version_created_by_id", "version_released_by_id", "version_revision", "version_former_slugs", "version_updated_at", "version_created_at", "created_at", "updated_at" FROM \`_images_v\`;`)
  await db.run(sql`DROP TABLE \`_images_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__images_v\` RENAME TO \`_images_v\`;`)
  await db.run(sql`CREATE INDEX \`_images_v_parent_idx\` ON \`_images_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_version_version_agency_idx\` ON \`_images_v\` (\`version_agency_id\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_version_master_version_master_sha256_idx\` ON \`_images_v\` (\`version_master_sha256\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_version_origin_version_origin_sha256_idx\` ON \`_images_v\` (\`version_origin_sha256\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_version_version_marking_idx\` ON \`_images_v\` (\`version_marking_id\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_version_version_created_by_idx\` ON \`_images_v\` (\`version_created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_version_version_released_by_idx\` ON \`_images_v\` (\`version_released_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_version_version_updated_at_idx\` ON \`_images_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_version_version_created_at_idx\` ON \`_images_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_created_at_idx\` ON \`_images_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_updated_at_idx\` ON \`_images_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`__new__images_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` text,
  	\`places_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_images_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`places_id\`) REFERENCES \`places\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new__images_v_rels\`("id", "order", "parent_id", "path", "topics_id", "places_id") SELECT "id", "order", "parent_id", "path", "topics_id", "places_id" FROM \`_images_v_rels\`;`)
  await db.run(sql`DROP TABLE \`_images_v_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new__images_v_rels\` RENAME TO \`_images_v_rels\`;`)
  await db.run(sql`CREATE INDEX \`_images_v_rels_order_idx\` ON \`_images_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_rels_parent_idx\` ON \`_images_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_rels_path_idx\` ON \`_images_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_rels_topics_id_idx\` ON \`_images_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_rels_places_id_idx\` ON \`_images_v_rels\` (\`places_id\`);`)
}
